"""pdf_peers.py typst|weasyprint PDF_SOURCE DOCUMENTS: milliseconds of processor that a document of pdf_source takes, in one process
that stays alive, tags included, the least of three rounds; then pages and bytes of the last one. A document is never printed
twice: Typst remembers what it has compiled."""
import os, subprocess, sys, time

os.environ["RAYON_NUM_THREADS"] = "1"
source, documents = sys.argv[2], int(sys.argv[3])
ROUNDS = 3


def sources(language):
    return subprocess.run([source, language, str(documents * ROUNDS)], check=True, capture_output=True).stdout.split(b"\0")[:-1]


def pages(pdf):
    return subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, text=False).stdout.decode().split("Pages:")[1].split()[0]


def measure(name, language, render):
    texts = sources(language)
    pdf = render(texts.pop())
    rounds = []
    for n in range(ROUNDS):
        part = texts[n * documents:(n + 1) * documents]
        start = time.process_time()
        for text in part:
            pdf = render(text)
        rounds.append((time.process_time() - start) * 1000 / len(part))
    print(f"{name} {min(rounds):.2f} {pages(pdf)} {len(pdf)}", flush=True)


def typst_render():
    import typst
    compiler = typst.Compiler()
    return "Typst-" + typst.__version__, "typst", lambda text: compiler.compile(text, format="pdf")


def weasyprint_render():
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    fonts = FontConfiguration()
    return "WeasyPrint-" + weasyprint.__version__, "html", lambda text: weasyprint.HTML(string=text.decode()).write_pdf(
        font_config=fonts, pdf_tags=True)


measure(*{"typst": typst_render, "weasyprint": weasyprint_render}[sys.argv[1]]())
