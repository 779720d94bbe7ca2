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
                        contents.length
                    FROM inputs LEFT JOIN contents USING (sha256) WHERE todo = 0 ORDER BY path
                    """)
            while let row = try rows.next() { try body(LedgerResult(row)) }
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
                        count(*), sum(pages), sum(forms), sum(indicators)
                    FROM inputs LEFT JOIN contents USING (sha256) GROUP BY 1, 2
                    """)
            while let row = try rows.next() {
                let (name, code, number): (String, String?, Int) = (row[0], row[1], row[2])
                counts.statuses[DocumentStatus(rawValue: name) ?? .pending, default: 0] += number
                guard name != DocumentStatus.pending.rawValue else { continue }
                if let code { counts.codes[code, default: 0] += number }
                counts.pages += row[3] as Int? ?? 0
                counts.forms += row[4] as Int? ?? 0
                counts.indicators += row[5] as Int? ?? 0
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
            while let row = try rows.next() { lengths[row[0]] = row[1] }
            return lengths
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
    fileprivate init(_ row: Row) {
        let (path, own, faults): (Data, String?, String?) = (row[0], row[2], row[3])
        self.path = [UInt8](path)
        sha256 = row[1]
        self.faults = []
        if let own, let fault = DocumentFault(jsonBytes: Array(own.utf8)) { self.faults.append(fault) }
        if let faults { self.faults += [DocumentFault](jsonBytes: Array(faults.utf8)) ?? [] }
        if let segment = row[4] as Int64?, let start = row[5] as Int64?, let length = row[6] as Int64?, length > 0 {
            part = PartRange(segment: segment, start: start, length: length)
        }
    }
}
