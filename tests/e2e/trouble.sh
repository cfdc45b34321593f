# What goes wrong on a person's machine: each time a plain message, the right exit code, and nothing half written.
run() { "$program" "$@" >"$temporary/out" 2>"$temporary/err"; echo $?; }
says() { # NAME PATTERN: standard error says it
  grep -q -- "$2" "$temporary/err" && ok "$1" || fail "$1" "$(head -3 "$temporary/err")"
}
: >"$temporary/file"
is "a file where the data folder is asked: exit" "$(run check "$temporary/file")" 3
says "a file where the data folder is asked: says so" 'n’est pas un dossier'
is "a file where the output folder is asked: exit" "$(run build "$samples/minimal" -o "$temporary/file")" 3
says "a file where the output folder is asked: says so" 'n’est pas un dossier'
is "an argument is missing: exit" "$(run explain "$samples/minimal")" 2
says "an argument is missing: says which" 'bilan explain DIR KEY'
is "a number out of bounds: exit" "$(run build "$samples/minimal" -j 0)" 2
says "a number out of bounds: says the bounds" '1 à 1024'
is "a folder where a workbook is asked: exit" "$(run import "$samples/minimal" "$temporary")" 3
is "no workbook: exit" "$(run import "$samples/minimal" "$temporary/file")" 1
says "no workbook: nothing was written" 'Rien n’a été écrit'
# Names with spaces and accents, a link to the data, deliverables inside the data.
cp -R "$samples/minimal" "$temporary/mes données été" && ln -s "$temporary/mes données été" "$temporary/lien"
is "spaces, accents, a link: builds" "$(run build "$temporary/lien" -o "$temporary/mes données été/nos livrables")" 0
is "deliverables inside the data are no input" "$(run build "$temporary/mes données été" -o "$temporary/mes données été/nos livrables")" 0
says "deliverables inside the data are no input: nothing to do" 'Rien à faire'
is "deliverables over the data: exit" "$(run build "$temporary/mes données été" -o "$temporary/lien/laureats")" 2
says "deliverables over the data: says what is there" 'contient des données'
[ ! -e "$temporary/lien/laureats/.bilan" ] && ok "deliverables over the data: nothing is written" || fail "deliverables over the data" "a folder was marked as output"
# Standard output that takes nothing, that is closed, that nobody reads to its end.
for command in "figures $samples/minimal" "list $samples/minimal" "status $samples/minimal" schema --version "build --help" \
    "check --diagnostics json $samples/minimal"; do
  "$program" $command >/dev/full 2>"$temporary/err"
  is "${command%% *}, standard output full: exit" $? 3
  says "${command%% *}, standard output full: says so" 'sortie standard'
done
"$program" list "$samples/minimal" >&- 2>"$temporary/err"; is "standard output closed: exit" $? 3
says "standard output closed: says so" 'la sortie est fermée'
"$program" build "$samples/minimal" -o "$temporary/shut" <&- >&- 2>&-; is "everything closed: builds" $? 0
"$program" figures "$samples/jeunesse" --by laureate 2>"$temporary/err" | head -1 >"$temporary/out"
[ -s "$temporary/out" ] && [ ! -s "$temporary/err" ] && ok "a reader that leaves early is no error" || fail "closed pipe" "$(cat "$temporary/err")"
# Messages that nobody gets are no success; who closes standard error has asked for none.
cp -r "$samples/minimal" "$temporary/unsaid" && printf 'indicateur;periode;valeur\ninconnu;2025-T1;1\n' >"$temporary/unsaid/mesures.csv"
for command in "check $samples/jeunesse" "check $samples/minimal" "check $temporary/unsaid" "build $samples/minimal -o $temporary/untold" \
    "figures -v $samples/jeunesse"; do
  "$program" $command >/dev/null 2>/dev/full; is "$command, standard error full: exit" $? 3
done
"$program" check -q "$samples/minimal" 2>/dev/full; is "standard error full, nothing to say: exit" $? 0
"$program" chekc 2>/dev/full; is "standard error full, a wrong command: exit" $? 2
"$program" check "$samples/minimal" 2>&-; is "standard error closed: exit" $? 0
"$program" check "$temporary/unsaid" 2>&-; is "standard error closed, an error in the data: exit" $? 1
# A message is written whole: in a pipe that keeps writes apart (O_DIRECT), each ends where a line or the progress ends.
python3 - "$program" "$samples" "$temporary/lines" >"$temporary/out" <<'P'
import os, subprocess, sys
program, samples, out = sys.argv[1:]
for arguments in (["check", samples + "/jeunesse", "-v"], ["check", samples + "/jeunesse", "--color", "always"],
                  ["build", samples + "/jeunesse", "-o", out, "--progress", "always"], ["chekc"]):
    reading, writing = os.pipe2(os.O_DIRECT)
    with subprocess.Popen([program, *arguments], stderr=writing, stdout=subprocess.DEVNULL) as process:
        os.close(writing)
        writes = list(iter(lambda: os.read(reading, 65536), b""))
    os.close(reading)
    cut = [w for w in writes if not w.endswith(b"\n") and not w.startswith(b"\r\033[K")]
    if not writes or cut:
        print(arguments[0], len(writes), "writes,", len(cut), "cut:", cut[:3])
P
[ -s "$temporary/out" ] && fail "messages are written whole" "$(cat "$temporary/out")" || ok "messages are written whole"
# What is missing for the workers is told; where some can be started, they do it all.
(exec 2>"$temporary/err"; ulimit -n 8; exec "$program" build "$samples/minimal" -o "$temporary/few" -j 8); is "hardly a descriptor is left: builds" $? 0
chmod 755 "$temporary" && mkdir -m 777 "$temporary/nobody"
alone() { # COMMAND…: as somebody who may start no process
  python3 -c 'import os, resource, sys
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
os.execv(sys.argv[1], sys.argv[1:])' "$@"
}
if alone "$program" check "$samples/minimal" >"$temporary/err" 2>&1; then
  alone "$program" build "$samples/minimal" -o "$temporary/nobody/out" -j 2 2>"$temporary/err"; is "no process can be started: exit" $? 3
  is "no process can be started: says so, once, and nothing else" "$(cat "$temporary/err")" 'bilan: production : le système n’accorde pas d’autre processus'
else
  skip "no process can be started" "$(tail -1 "$temporary/err")"
fi
(ulimit -f 16; "$program" build "$samples/minimal" -o "$temporary/small" 2>"$temporary/err"); is "workers that are killed: exit" $? 3
says "workers that are killed: says what is lost" 'document-lost'
# Of one document a file cannot be written, then the worker is killed on the next: each file is counted once.
mkdir -p "$temporary/both/.bilan/tmp/0-0"
(ulimit -f 16; "$program" build "$samples/minimal" -o "$temporary/both" --deliverable quarterly-synthesis --audience internal --format pdf --format html 2>"$temporary/err")
is "a file that fails, then its worker: exit" $? 3
says "a file that fails, then its worker: two files" '^2 fichiers n’ont pas pu'
# A disk that fails now and then: pages are made again without those that are lost, and all that stands is in the manifest.
cat >"$temporary/failing.c" <<'C'
#include <errno.h>
int syncfs(int fd) { (void)fd; errno = EIO; return -1; }
int fsync(int fd) { static int calls; (void)fd; errno = EIO; return ++calls % 7 ? 0 : -1; }
C
${CC:-cc} -shared -fPIC -o "$temporary/failing.so" "$temporary/failing.c"
is "a disk that fails now and then: exit" "$(export LD_PRELOAD="$temporary/failing.so" ASAN_OPTIONS=verify_asan_link_order=0; run build "$samples/minimal" -o "$temporary/failing")" 3
says "a disk that fails now and then: says so" 'le disque ne répond pas'
(cd "$temporary/failing" && find . -type f ! -path './.bilan/*' ! -name manifest.json | sed 's,^\./,,' | sort) >"$temporary/all"
jq -r '.files[].path' "$temporary/failing/manifest.json" | sort >"$temporary/some"
[ -s "$temporary/all" ] && same "a disk that fails now and then: the manifest lists what stands" "$temporary/all" "$temporary/some" || fail "a disk that fails now and then" "nothing stands"
# Stopped in the middle: what stands in OUT is whole, and the next build completes it.
sum() { (cd "$1" && find . -type f ! -path './.bilan/*' ! -name manifest.json | sort | xargs sha256sum); }
"$program" build "$samples/jeunesse" -o "$temporary/whole" -q 2>/dev/null; sum "$temporary/whole" >"$temporary/all"
python3 - "$program" "$samples/jeunesse" "$temporary/cut" <<'P'
import os, shutil, signal, subprocess, sys, time
made = lambda: sum(len(f) for d, _, f in os.walk(sys.argv[3]) if ".bilan" not in d)
for attempt in range(20):
    shutil.rmtree(sys.argv[3], ignore_errors=True)
    build = subprocess.Popen([sys.argv[1], "build", sys.argv[2], "-o", sys.argv[3], "-q", "-j", "1"], stderr=subprocess.DEVNULL, start_new_session=True,
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # ignored where the suite runs in the background
    while build.poll() is None and made() < 20:  # held while its files are counted: it is never over before it is stopped
        os.killpg(build.pid, signal.SIGCONT)
        time.sleep(0.01)
        os.killpg(build.pid, signal.SIGSTOP)
    if build.poll() is None:
        os.killpg(build.pid, signal.SIGINT)
        os.killpg(build.pid, signal.SIGCONT)
    if build.wait() < 0:
        break
P
sum "$temporary/cut" >"$temporary/some"
n=$(wc -l <"$temporary/some")
[ "$n" -ge 20 ] && [ "$n" -lt "$(wc -l <"$temporary/all")" ] && ok "interrupted in the middle" || fail "interrupted in the middle" "$n files"
is "interrupted: every file that stands is whole" "$(grep -vxFf "$temporary/all" "$temporary/some" | wc -l)" 0
"$program" build "$samples/jeunesse" -o "$temporary/cut" -q 2>/dev/null; is "interrupted: the next build completes it" $? 0
sum "$temporary/cut" >"$temporary/some"; same "interrupted: then it is the same as the other" "$temporary/all" "$temporary/some"
is "interrupted: what was left is swept" "$(ls "$temporary/cut/.bilan/tmp" | wc -l)" 0
# Who waits for the disk is killed: the build waits itself.
python3 - "$program" "$samples/jeunesse" "$temporary/alone" <<'P'
import os, signal, subprocess, sys
build = subprocess.Popen([sys.argv[1], "build", sys.argv[2], "-o", sys.argv[3], "-q", "-j", "1"], stderr=subprocess.DEVNULL)
children = []
while build.poll() is None and not children:
    children = open(f"/proc/{build.pid}/task/{build.pid}/children").read().split()
if children:
    os.kill(int(children[0]), signal.SIGKILL)
sys.exit(build.wait() if children else 9)
P
is "who waits for the disk is killed: builds" $? 0
# Killed while the build does not look: it hears of that and of a page in one turn.
python3 - "$program" "$samples/jeunesse" "$temporary/unseen" <<'P'
import os, signal, subprocess, sys, time
build = subprocess.Popen([sys.argv[1], "build", sys.argv[2], "-o", sys.argv[3], "-q", "-j", "2"], stderr=subprocess.DEVNULL, start_new_session=True)
children = []
while build.poll() is None and len(children) < 3:
    children = open(f"/proc/{build.pid}/task/{build.pid}/children").read().split()
if build.poll() is not None:
    sys.exit(9)
time.sleep(0.1)
os.kill(build.pid, signal.SIGSTOP)
os.kill(int(children[0]), signal.SIGKILL)
time.sleep(0.5)
os.kill(build.pid, signal.SIGCONT)
try:
    sys.exit(build.wait(120))
except subprocess.TimeoutExpired:
    os.killpg(build.pid, signal.SIGKILL)
    sys.exit(9)
P
is "who waits for the disk is killed unseen: builds" $? 0
sum "$temporary/unseen" >"$temporary/some"; same "who waits for the disk is killed unseen: every file is there, and whole" "$temporary/all" "$temporary/some"
sum "$temporary/alone" >"$temporary/some"; same "who waits for the disk is killed: every file is there, and whole" "$temporary/all" "$temporary/some"
# A file that somebody has touched, of the same size: --force looks at its bytes.
touched=$(find "$temporary/alone" -name '*.html' | sort | head -1)
printf x | dd of="$touched" bs=1 seek=100 conv=notrunc 2>/dev/null
"$program" build "$samples/jeunesse" -o "$temporary/alone" --force -q 2>/dev/null
sum "$temporary/alone" >"$temporary/some"; same "a file that was touched is made again by --force" "$temporary/all" "$temporary/some"
# A disk that is full, a disk that is read-only: needs a mount of our own.
mkdir "$temporary/disk"
mounted() { # OPTIONS COMMAND…: runs with a small disk at $temporary/disk
  options=$1; shift
  unshare -rm sh -c 'options=$1 disk=$2; shift 2; mount -t tmpfs -o "$options" none "$disk" && exec "$@"' sh "$options" "$temporary/disk" "$@"
}
if mounted size=300k true 2>/dev/null; then
  mounted size=300k sh -c '"$1" build "$2" -o "$3/out" -q 2>"$4"; echo $?; find "$3/out" -type f -size -2c ! -path "*/.bilan/*" | wc -l; ls "$3/out/.bilan/tmp" | wc -l' \
    sh "$program" "$samples/minimal" "$temporary/disk" "$temporary/err" >"$temporary/out"
  is "disk full: exit, empty files, temporary files left" "$(tr '\n' ' ' <"$temporary/out")" "3 0 0 "
  says "disk full: says so" 'plus de place sur le disque'
  mounted size=300k,ro "$program" build "$samples/minimal" -o "$temporary/disk/out" 2>"$temporary/err"; is "disk read-only: exit" $? 3
  says "disk read-only: says so" 'lecture seule'
else
  skip "disk full, disk read-only" "no mount of our own is allowed here"
fi
