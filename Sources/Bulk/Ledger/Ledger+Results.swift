internal import Foundation
internal import GRDB
internal import Pipeline

extension Ledger {
    /// Goes through the inputs in the order of their paths, never holding more than one.
    func forEachResult(_ body: (LedgerResult) throws -> Void) throws(OutputError) {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT inputs.path, inputs.sha256, inputs.fault, contents.faults, contents.segment, contents.start,
                        contents.length, contents.checksum, copies.original
                    FROM inputs LEFT JOIN contents USING (sha256) LEFT JOIN (
                        SELECT sha256, min(path) AS original FROM inputs WHERE todo = 0 AND sha256 IS NOT NULL
                        GROUP BY sha256 HAVING count(*) > 1
                    ) AS copies USING (sha256)
                    WHERE todo = 0 ORDER BY path
                    """)
            while let row = try rows.next() { try body(try LedgerResult(row)) }
        }
    }

    /// How the run stands.
    func counts() throws(OutputError) -> RunCounts {
        try read { database in
            var counts = RunCounts()
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT CASE WHEN todo = 1 THEN 'pending' WHEN fault IS NOT NULL THEN 'failed'
                            ELSE coalesce(status, 'pending') END,
                        CASE WHEN todo = 1 THEN NULL WHEN fault IS NOT NULL THEN json_extract(fault, '$.code')
                            ELSE code END,
                        count(*), CAST(total(pages) AS INTEGER),
                        CAST(total(forms) AS INTEGER), CAST(total(indicators) AS INTEGER)
                    FROM inputs LEFT JOIN contents USING (sha256) GROUP BY 1, 2
                    """)
            while let row = try rows.next() {
                let (name, code): (String, String?) = (try row.value(0), try row.optional(1))
                let number: Int = try row.value(2)
                counts.statuses[DocumentStatus(rawValue: name) ?? .pending, default: 0] += number
                guard name != DocumentStatus.pending.rawValue else { continue }
                if let code { counts.codes[code, default: 0] += number }
                counts.pages = counts.pages.addingClamped(try row.optional(3) ?? 0)
                counts.forms = counts.forms.addingClamped(try row.optional(4) ?? 0)
                counts.indicators = counts.indicators.addingClamped(try row.optional(5) ?? 0)
            }
            return counts
        }
    }

    /// How long each file of parts must be, by its number.
    func segmentLengths() throws(OutputError) -> [Int64: Int64] {
        try read { database in
            var lengths: [Int64: Int64] = [:]
            let rows = try Row.fetchCursor(
                database, sql: "SELECT segment, max(start + length) FROM contents WHERE length > 0 GROUP BY segment")
            while let row = try rows.next() { lengths[try row.value(0)] = try row.value(1) }
            return lengths
        }
    }

    /// Forgets contents that are damaged among the parts, so that their inputs are converted again.
    func forget(_ contents: Set<String>) throws(OutputError) {
        try write { database in
            for sha256 in contents {
                try database.execute(sql: "DELETE FROM contents WHERE sha256 = ?", arguments: [sha256])
                try database.execute(sql: "UPDATE inputs SET todo = 1 WHERE sha256 = ?", arguments: [sha256])
            }
        }
    }

    /// Forgets the contents whose parts are lost, so that they are converted again.
    func forgetContents(ofSegment segment: Int64) throws(OutputError) {
        try write {
            try $0.execute(sql: "DELETE FROM contents WHERE segment = ? AND length > 0", arguments: [segment])
        }
    }
}

extension LedgerResult {
    fileprivate init(_ row: Row) throws {
        let path: Data = try row.value(0)
        let (own, faults): (String?, String?) = (try row.optional(2), try row.optional(3))
        self.path = [UInt8](path)
        sha256 = try row.optional(1)
        if let first: Data = try row.optional(8), first != path { original = [UInt8](first) }
        self.faults = []
        if let own {
            guard let fault = DocumentFault(jsonBytes: Array(own.utf8)) else { throw Row.damage }
            self.faults.append(fault)
        }
        if let faults {
            guard let more = [DocumentFault](jsonBytes: Array(faults.utf8)) else { throw Row.damage }
            self.faults += more
        }
        if let segment: Int64 = try row.optional(4), let start: Int64 = try row.optional(5),
            let length: Int64 = try row.optional(6), length != 0
        {
            part = PartRange(segment: segment, start: start, length: length, checksum: try row.optional(7))
        }
    }
}
