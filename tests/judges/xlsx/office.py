"""LibreOffice as a library: one process that opens many workbooks, without a window, and computes every formula again
when it does, whatever value stands in the file."""
import os
import shutil
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Office:
    def __enter__(self):
        self.folder = tempfile.mkdtemp()
        os.makedirs(f"{self.folder}/user")
        with open(f"{self.folder}/user/registrymodifications.xcu", "w") as file:
            file.write(RECALCULATE)
        pipe = f"judge{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{self.folder}", "--headless", "--norestore", "--nologo",
             f"--accept=pipe,name={pipe};urp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:
            pass  # it is gone before it answers
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, path):
        book = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0,
                                                 (option("Hidden", True),))
        if book is None:
            raise ValueError("LibreOffice does not open it")
        return book

    @staticmethod
    def save(book, path, kind="Calc MS Excel 2007 XML"):
        book.storeToURL(uno.systemPathToFileUrl(os.path.abspath(path)), (option("FilterName", kind),))
