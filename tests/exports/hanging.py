"""A press that starts and then never answers; it ends only when it is killed."""

import pickle
import sys
import threading

if __name__ == "__main__":
    pickle.dump("ready", sys.stdout.buffer)
    sys.stdout.buffer.flush()
    threading.Event().wait()
