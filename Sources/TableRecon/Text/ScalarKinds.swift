/// How punctuation stands to the spaces of running text.
extension Unicode.Scalar {
    /// Punctuation after which running text in a spaced script goes on with a space.
    var closesPhrase: Bool { ",.;:!?)]}%\"'’”»".unicodeScalars.contains(self) }

    /// Punctuation before which running text in a spaced script stands off with a space.
    var opensPhrase: Bool { "([{\"'‘“«$€£&–—-+".unicodeScalars.contains(self) || self == "-" }
}
