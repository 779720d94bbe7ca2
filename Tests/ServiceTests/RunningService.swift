import Foundation
import Glibc
import Testing

/// The program as a service, on a port of its own, until the test lets go of it.
final class RunningService {
    let port: UInt16
    private let process = Process()
    private let errors = Pipe()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A document with one form and nine indicators.
    static let good = "targets-2025-form2.weasyprint.pdf"

    static func corpus(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: "corpus/\(name)")))
    }

    static let program: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        let beside = URL(filePath: bundle).deletingLastPathComponent().appending(path: "zhibiao").path()
        let built = root.appending(path: ".build/debug/zhibiao").path()
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : built
    }()

    init(_ options: [String] = [], faults: String? = nil) throws {
        process.executableURL = URL(filePath: Self.program)
        process.arguments = ["serve", "--listen", "127.0.0.1:0", "--ocr-engine", "tesseract"] + options
        if let faults {
            process.environment = ProcessInfo.processInfo.environment.merging(["ZHIBIAO_FAULTS": faults]) { $1 }
        }
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var text = ""
        var found: UInt16?
        while found == nil {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
            if let place = text.firstRange(of: "listening on 127.0.0.1:") {
                let rest = text[place.upperBound...]
                if rest.contains(where: \.isNewline) { found = UInt16(rest.prefix { $0.isNumber }) }
            }
        }
        port = try #require(found, "\(text)")
        // What it logs shall not stop it.
        errors.fileHandleForReading.readabilityHandler = { if $0.availableData.isEmpty { $0.readabilityHandler = nil } }
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Asks it to stop and waits for its end.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func askToStop() { process.terminate() }

    /// Processes that it has started and that live.
    var workers: Int {
        let children = "/proc/\(process.processIdentifier)/task"
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: children)) ?? []
        return tasks.reduce(0) { sum, task in
            let text = (try? String(contentsOfFile: "\(children)/\(task)/children", encoding: .utf8)) ?? ""
            return sum + text.split(separator: " ").count
        }
    }

    // MARK: Requests

    struct Answer {
        var status = 0
        var fields: [String: String] = [:]
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }
        var lines: [String] { text.split(separator: "\n").map(String.init) }

        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        }

        /// The code of a problem; nil where it is none.
        var problem: String? {
            guard fields["content-type"] == "application/problem+json" else { return nil }
            return (try? json())?["code"] as? String
        }
    }

    func request(
        _ method: String, _ path: String, _ fields: [String: String] = [:], body: [UInt8] = []
    ) throws -> Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if !body.isEmpty || method == "POST" { head += "Content-Length: \(body.count)\r\n" }
        return try exchange(Array((head + "\r\n").utf8) + body)
    }

    func post(_ path: String, _ body: [UInt8], accept: String? = nil, token: String? = nil) throws -> Answer {
        var fields = ["Content-Type": "application/pdf"]
        fields["Accept"] = accept
        fields["Authorization"] = token.map { "Bearer \($0)" }
        return try request("POST", path, fields, body: body)
    }

    /// Sends bytes and reads all that comes back until the connection is closed.
    func exchange(_ bytes: [UInt8]) throws -> Answer {
        let connection = try Connection(port: port)
        connection.send(bytes)
        return connection.answer()
    }

    final class Connection {
        private let descriptor: Int32

        init(port: UInt16) throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            let result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            try #require(result == 0)
            // Nothing here may hang.
            var patience = timeval(tv_sec: 60, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        }

        deinit { close(descriptor) }

        /// Stops quietly where the other end is closed.
        func send(_ bytes: [UInt8]) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        func readAll() -> [UInt8] {
            var all: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = recv(descriptor, &chunk, chunk.count, 0)
                guard count > 0 else { return all }
                all += chunk[..<count]
            }
        }

        func answer() -> Answer {
            let bytes = readAll()
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return Answer() }
            let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            var answer = Answer(status: Int(head[0].split(separator: " ")[1]) ?? 0)
            for line in head.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                answer.fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
            }
            let rest = Array(bytes[end.upperBound...])
            answer.body = answer.fields["transfer-encoding"] == "chunked" ? Self.unchunked(rest) : rest
            return answer
        }

        private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
            var (out, rest) = ([UInt8](), bytes[...])
            while let end = rest.firstRange(of: [0x0D, 0x0A]) {
                guard let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), size > 0,
                    end.upperBound + size <= rest.endIndex
                else { break }
                out += rest[end.upperBound..<(end.upperBound + size)]
                rest = rest[min(end.upperBound + size + 2, rest.endIndex)...]
            }
            return out
        }
    }
}
