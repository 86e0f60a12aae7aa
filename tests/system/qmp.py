"""qmp - what QEMU's monitor says of a system in the middle of its work."""
import json
import os
import socket
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


def ask(path, command):
    """The text that a monitor command prints, over the QMP socket at path."""
    requests = ({"execute": "qmp_capabilities"}, {"execute": "human-monitor-command", "arguments": {"command-line": command}})
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(path)
        stream = s.makefile("rw")
        stream.readline()
        for request in requests:
            stream.write(json.dumps(request) + "\n")
            stream.flush()
            answer = json.loads(stream.readline())
            while "event" in answer:
                answer = json.loads(stream.readline())
        return answer["return"].replace("\r", "")


def while_running(arch, folder, typed, ready, command):
    """Boot, type, and when the console has said `ready`, the monitor's answer to the command."""
    path = os.path.join(folder, "qmp")
    line = [os.path.join(TOP, "tools", "run"), arch, "--timeout", "60", "--", "-qmp", f"unix:{path},server=on,wait=off"]
    run = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sys.stderr)
    try:
        run.stdin.write(typed.encode())
        run.stdin.flush()
        seen = b""
        while ready.encode() not in seen:
            data = os.read(run.stdout.fileno(), 4096)
            assert data, f"the system ended: {seen!r}"
            seen += data
        time.sleep(0.3)     # what was typed last is done, the processor back in what was started before
        return ask(path, command)
    finally:
        run.kill()
        run.wait()
