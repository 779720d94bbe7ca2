internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Keeps what was found of a text, so that a text that a form prints often is looked up once.
///
/// The answers are those of a function of the text alone: remembering changes how long they take and nothing else. Safe to
/// share between threads.
final class WordMemo<Answer: Sendable>: Sendable {
    private let answers = Mutex<[PrintedText: Answer]>([:])
    /// How many texts are kept: with more, all are forgotten, so that a long run does not grow.
    private let capacity: Int

    /// - Parameter capacity: At least 1. A form has some hundred different texts.
    init(capacity: Int = 4096) { self.capacity = capacity }

    /// How many texts are kept.
    var count: Int { answers.withLock { $0.count } }

    /// The answer for a text: that of an earlier call, or a new one.
    ///
    /// - Parameter find: Runs without the lock, so that it may ask other memos.
    func answer(for text: String, _ find: (String) -> Answer) -> Answer {
        let key = PrintedText(text)
        if let known = answers.withLock({ $0[key] }) { return known }
        let found = find(text)
        answers.withLock { answers in
            if answers.count >= capacity { answers.removeAll(keepingCapacity: true) }
            answers[key] = found
        }
        return found
    }
}

/// A text as it is printed, equal to another only byte by byte: a string's own equality folds forms of Unicode, which
/// costs more than most look-ups save.
private struct PrintedText: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (one: PrintedText, other: PrintedText) -> Bool {
        var (one, other) = (one.text, other.text)
        return one.withUTF8 { one in
            other.withUTF8 { other in
                guard one.count == other.count, let first = one.baseAddress, let second = other.baseAddress else {
                    return one.count == other.count
                }
                return memcmp(first, second, one.count) == 0
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
