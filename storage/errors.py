"""What can go wrong in storage.

StorageError
├── BackupFailed      the copy could not be written
├── BackupUnsupported the database cannot be copied from here
├── DatabaseTooNew    the database was made by a newer version of the product
├── DatabaseUnusable  there is no database where there should be one
├── LedgerClosed      something was asked of a ledger that has stopped
└── WorkshopGone      there is no such workshop (any more)
"""


class StorageError(Exception):
    """The base of every error this package raises."""


class BackupFailed(StorageError):
    """A copy that could not be written; the message says where and why."""


class BackupUnsupported(StorageError):
    """A copy was asked of a database that has tools of its own for that."""


class DatabaseTooNew(StorageError):
    """The database holds a schema that this version does not know."""


class DatabaseUnusable(StorageError):
    """A database that cannot be opened; the message says why and where to look."""


class LedgerClosed(StorageError):
    """Nothing more is written here."""


class WorkshopGone(StorageError):
    """No workshop has this id."""
