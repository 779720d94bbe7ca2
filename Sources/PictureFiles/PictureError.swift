/// Why a picture cannot be read.
package enum PictureError: Error, Hashable, Sendable {
    /// It is damaged, or coded in a way that is not known.
    case undecodable
    /// It has more pixels than are ever decoded.
    case tooLarge(width: Int, height: Int)
    case tooManyPages(most: Int)
}
