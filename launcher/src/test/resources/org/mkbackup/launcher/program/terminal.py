"""Runs a command on a terminal of its own: terminal.py COLUMNS WAIT-FOR ANSWER COMMAND...

Once the text that is waited for was shown, the answer is typed (^C: \\x03). Afterwards it prints the
exit code, whether the terminal still echoes, and all that was shown, as Python's repr.
"""
import fcntl, os, pty, select, signal, struct, subprocess, sys, termios, time

columns, wanted, answer, command = int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3], sys.argv[4:]
answer = answer.encode().decode("unicode_escape").encode()
master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24 if columns else 0, columns, 0, 0))


def take_terminal():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


child = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, preexec_fn=take_terminal)
shown, typed, end = b"", False, time.monotonic() + 110
while time.monotonic() < end:
    ready = select.select([master], [], [], 0.1)[0]
    if ready:
        shown += os.read(master, 65536)
        if answer and not typed and wanted in shown:
            typed = True
            os.write(master, answer)
    elif child.poll() is not None:
        break
else:
    child.kill()
echo = bool(termios.tcgetattr(slave)[3] & termios.ECHO)
print(child.wait(), "echo" if echo else "no echo", repr(shown.decode(errors="replace")))
