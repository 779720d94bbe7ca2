/// The tables of `ledger.sqlite`.
enum LedgerSchema {
    /// Raised with every change that an older program could not read.
    static let version = 2

    static let sql = """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            state TEXT NOT NULL,
            started REAL NOT NULL,
            changed REAL NOT NULL,
            process INTEGER NOT NULL,
            version TEXT NOT NULL,
            settings TEXT NOT NULL,
            shard TEXT,
            jobs INTEGER NOT NULL
        );
        CREATE TABLE inputs (
            path BLOB PRIMARY KEY,
            size INTEGER,
            modified INTEGER,
            sha256 TEXT,
            fault TEXT,
            todo INTEGER NOT NULL,
            run INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX inputs_todo ON inputs (path) WHERE todo = 1;
        CREATE TABLE contents (
            sha256 TEXT PRIMARY KEY,
            status TEXT NOT NULL,
            code TEXT,
            faults TEXT,
            lost_pages TEXT,
            pages INTEGER NOT NULL,
            forms INTEGER NOT NULL,
            indicators INTEGER NOT NULL,
            segment INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            checksum INTEGER,
            seconds REAL NOT NULL,
            finished REAL NOT NULL,
            version TEXT NOT NULL,
            settings TEXT NOT NULL
        ) WITHOUT ROWID;
        PRAGMA user_version = \(version);
        """

    /// From the version before: what has no checksum is converted again.
    static let upgrade = """
        ALTER TABLE contents ADD COLUMN checksum INTEGER;
        DELETE FROM contents;
        PRAGMA user_version = \(version);
        """
}
