# SPDX-License-Identifier: MIT
"""One page in a headless Chromium, driven through chromedriver by the WebDriver protocol."""
import base64
import json
import re
import subprocess
import tempfile
import urllib.request
from pathlib import Path

SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars"]
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Browser:
    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        self.base = f"http://127.0.0.1:{self.port()}/session"
        options = {"args": [*SWITCHES, f"--user-data-dir={self.folder.name}"]}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options,
                  "goog:loggingPrefs": {"browser": "ALL"}}
        self.base += "/" + self.post("", capabilities={"alwaysMatch": wanted})["sessionId"]

    def port(self) -> str:
        for line in self.driver.stdout:
            found = re.search(r"started successfully on port (\d+)", line)
            if found:
                return found[1]
        raise RuntimeError("chromedriver does not start")

    def send(self, method: str, path: str, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with DIRECT.open(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def post(self, path: str, **body):
        return self.send("POST", path, body)

    def open(self, page: Path) -> None:
        self.post("/url", url=page.resolve().as_uri())

    def script(self, code: str, *arguments):
        """What a script returns, once a promise that it returns is kept."""
        return self.post("/execute/sync", script=code, args=list(arguments))

    def type(self, selector: str, text: str) -> None:
        """Types into an input as a person does."""
        found = self.post("/element", using="css selector", value=selector)
        identity = next(iter(found.values()))
        self.post(f"/element/{identity}/clear")
        self.post(f"/element/{identity}/value", text=text)

    def emulate(self, dark: bool, width: int, height: int) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.chrome("Emulation.setEmulatedMedia", features=[scheme])
        self.chrome("Emulation.setDeviceMetricsOverride", width=width, height=height,
                    deviceScaleFactor=1, mobile=width < 600)

    def chrome(self, command: str, **parameters):
        return self.post("/goog/cdp/execute", cmd=command, params=parameters)

    def style(self, selector: str) -> dict:
        """The computed style of an element, of a page without scripts too."""
        for domain in "DOM", "CSS":
            self.chrome(f"{domain}.enable")
        root = self.chrome("DOM.getDocument")["root"]["nodeId"]
        node = self.chrome("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        found = self.chrome("CSS.getComputedStyleForNode", nodeId=node)["computedStyle"]
        return {one["name"]: one["value"] for one in found}

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.send("GET", "/screenshot")))

    def complaints(self) -> list:
        """What the page wrote into the console since the last time."""
        return [entry["message"] for entry in self.post("/se/log", type="browser")]

    def close(self) -> None:
        try:
            self.send("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.driver.stdout.close()
            self.folder.cleanup()
