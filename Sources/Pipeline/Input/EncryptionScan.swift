internal import Glibc

/// Looks for an encryption that no reader knows: such a file opens, and all its pages seem blank.
///
/// The dictionary that says how a file is encrypted is itself never encrypted.
enum EncryptionScan {
    /// Whether the file says so.
    static func isUnknown(_ input: InputFile) -> Bool {
        switch input {
        case .path(let path): scan(Array(path.utf8))
        case .bytes(let path, _): scan(path)
        case .opened(let descriptor, _, _): scan(descriptor)
        case .standardInput: false
        }
    }

    private static func scan(_ path: [UInt8]) -> Bool {
        let descriptor = withCString(path) { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return scan(descriptor)
    }

    private static func scan(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0,
            let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
        else { return false }
        defer { munmap(start, Int(status.st_size)) }
        return isUnknown(UnsafeRawBufferPointer(start: start, count: Int(status.st_size)))
    }

    static func isUnknown(_ file: UnsafeRawBufferPointer) -> Bool {
        var rest = file[...]
        while let place = find("/Encrypt", in: rest) {
            rest = file[(place + 8)...]
            let words = words(of: rest.prefix(40))
            guard words.count >= 3, words[2] == "R", Int(words[0]) != nil, Int(words[1]) != nil else {
                if words.first?.hasPrefix("<<") == true, isUnknown(dictionary: rest) { return true }
                continue
            }
            var objects = file[...]
            let head = "\(words[0]) \(words[1]) obj"
            while let object = find(head, in: objects) {
                objects = file[(object + head.utf8.count)...]
                // Not the end of a longer number.
                if object > 0, (0x30...0x39).contains(file[object - 1]) { continue }
                if isUnknown(dictionary: objects) { return true }
            }
        }
        return false
    }

    /// Versions 1 to 5 and revisions 2 to 6 are known.
    private static func isUnknown(dictionary: Slice<UnsafeRawBufferPointer>) -> Bool {
        let end = find("endobj", in: dictionary) ?? dictionary.endIndex
        let body = dictionary[..<min(end, dictionary.startIndex + 4096, dictionary.endIndex)]
        guard let revision = number(behind: "/R", in: body), let version = number(behind: "/V", in: body) else {
            return false
        }
        return !(2...6).contains(revision) || !(1...5).contains(version)
    }

    private static func number(behind key: String, in body: Slice<UnsafeRawBufferPointer>) -> Int? {
        var rest = body
        while let place = find(key, in: rest) {
            rest = body[(place + key.utf8.count)...]
            let isAlone = rest.first.map { $0 == 0x20 || (9...13).contains($0) || (0x30...0x39).contains($0) } ?? false
            if isAlone, let word = words(of: rest.prefix(12)).first,
                let value = Int(word.prefix { $0.isASCII && $0.isNumber })
            {
                return value
            }
        }
        return nil
    }

    private static func words(of bytes: Slice<UnsafeRawBufferPointer>) -> [String] {
        bytes.split { $0 == 0x20 || (9...13).contains($0) || $0 == 0 }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func find(_ text: String, in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        let part = UnsafeRawBufferPointer(rebasing: bytes)
        let (first, length) = (Int32(text.utf8.first ?? 0), text.utf8.count)
        guard let start = part.baseAddress else { return nil }
        var offset = 0
        while offset + length <= part.count {
            guard let found = memchr(start + offset, first, part.count - length - offset + 1) else { return nil }
            offset = UnsafeRawPointer(found) - start
            if memcmp(found, text, length) == 0 { return bytes.startIndex + offset }
            offset += 1
        }
        return nil
    }
}
