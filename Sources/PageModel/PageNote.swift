/// What the reading of a page or of a form on it could not do, guessed or left out.
///
/// Notes travel with the value that they speak of, from the page to the form's `notes`.
public struct PageNote: Hashable, Codable, Sendable {
    /// The closed list of codes; they stand in `forms.jsonl`.
    public enum Code: String, Hashable, Codable, Sendable, CaseIterable {
        /// The page is a picture that no engine has read.
        case ocrFailed = "ocr_failed"
        /// A limit was reached or a part of the drawing was unreadable: ruling lines may be missing.
        case drawingTruncated = "drawing_truncated"
        /// The drawing operators could not be read at all; the ruling lines come from the page's picture.
        case drawingUnreadable = "drawing_unreadable"
        /// Glyphs for which the font gives no character.
        case charactersMissing = "characters_missing"
        /// Glyphs that are cut off by a clip and left out.
        case textClipped = "text_clipped"
        /// Text that cannot be seen and is left out.
        case textHidden = "text_hidden"
        /// The text layer was wrong; the page's picture was read instead.
        case layerReplaced = "layer_replaced"
        /// A column whose header was not understood; it stands in `extra`.
        case columnUnknown = "column_unknown"
        /// A column that was understood by what its cells hold.
        case columnsInferred = "columns_inferred"
        /// Text of the form's tables that no record, field or fund took up.
        case rowsUnread = "rows_unread"
        /// A sum that could not be checked, since not all of its parts were understood.
        case checkLeftOut = "check_left_out"
    }

    public var code: Code
    /// From 1.
    public var page: Int
    /// A sentence in English.
    public var message: String

    public init(_ code: Code, page: Int, _ message: String) {
        self.code = code
        self.page = page
        self.message = message
    }
}

extension PageNote.Code {
    /// Whether a part of the page is missing from what was read, through no fault of the page's.
    public var isLoss: Bool { self == .ocrFailed || self == .drawingTruncated || self == .drawingUnreadable }
}

extension PageContent {
    /// Whether the page is a picture that should have been read and was not.
    public var isUnread: Bool { notes.contains { $0.code == .ocrFailed } }
}
