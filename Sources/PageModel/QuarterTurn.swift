/// A right angle by which text or a page is turned, clockwise as displayed.
public enum QuarterTurn: Int, Hashable, Codable, Sendable, CaseIterable {
    case none = 0
    case clockwise = 90
    case half = 180
    case counterclockwise = 270
}

extension QuarterTurn {
    package var isUpright: Bool { self == .none || self == .half }

    package var opposite: QuarterTurn {
        switch self {
        case .none: .half
        case .clockwise: .counterclockwise
        case .half: .none
        case .counterclockwise: .clockwise
        }
    }

    /// A turn across this one.
    package var aside: QuarterTurn { isUpright ? .clockwise : .none }

    /// The turn that brings back what this one turned.
    package var undone: QuarterTurn { QuarterTurn(rawValue: (360 - rawValue) % 360) ?? .none }
}
