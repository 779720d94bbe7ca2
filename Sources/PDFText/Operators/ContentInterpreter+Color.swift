internal import PageModel

extension ContentInterpreter {
    mutating func setColor(_ known: ContentOperator, _ operands: [Double], _ name: UnsafeBufferPointer<UInt8>?) {
        switch known {
        case .strokeGray, .strokeRGB, .strokeCMYK:
            state.strokeSpace = .device
            if let color = RGB(operands, in: .device) { state.stroke = color }
        case .fillGray, .fillRGB, .fillCMYK:
            state.fillSpace = .device
            if let color = RGB(operands, in: .device) { state.fill = color }
        case .strokeSpace:
            state.strokeSpace = space(name)
            state.stroke = .black
        case .fillSpace:
            state.fillSpace = space(name)
            state.fill = .black
        case .strokeColor, .strokeColorNamed:
            if let color = RGB(operands, in: state.strokeSpace) { state.stroke = color }
        default:
            if let color = RGB(operands, in: state.fillSpace) { state.fill = color }
        }
    }

    private func space(_ name: UnsafeBufferPointer<UInt8>?) -> ColorSpaceKind {
        guard let name else { return .device }
        if name.elementsEqual("Pattern".utf8) { return .pattern }
        for device in ["DeviceGray", "DeviceRGB", "DeviceCMYK"] where name.elementsEqual(device.utf8) { return .device }
        return resources?.colorSpace(name) ?? .device
    }
}

extension RGB {
    /// The colour of components 0…1, nil where there are none.
    init?(_ components: [Double], in space: ColorSpaceKind) {
        func level(_ value: Double) -> UInt8 { UInt8((min(max(value, 0), 1) * 255).rounded()) }
        func gray(_ value: Double) -> RGB { RGB(red: level(value), green: level(value), blue: level(value)) }
        switch space {
        case .pattern, .indexed:
            self = gray(0.5)
        case .lab:
            guard let lightness = components.first else { return nil }
            self = gray(lightness / 100)
        case .inks where components.count != 4:
            guard let most = components.max() else { return nil }
            self = gray(1 - most)
        default:
            switch components.count {
            case 0: return nil
            case 1, 2: self = gray(components[components.count - 1])
            case 3: self.init(red: level(components[0]), green: level(components[1]), blue: level(components[2]))
            default:
                let c = components.suffix(4).map { 1 - min(max($0, 0), 1) }
                self.init(red: level(c[0] * c[3]), green: level(c[1] * c[3]), blue: level(c[2] * c[3]))
            }
        }
    }

    /// How the colour looks at some opacity on white paper.
    func overWhite(_ alpha: Double) -> RGB {
        guard alpha < 1 else { return self }
        func mixed(_ channel: UInt8) -> UInt8 { UInt8((255 - (255 - Double(channel)) * max(0, alpha)).rounded()) }
        return RGB(red: mixed(red), green: mixed(green), blue: mixed(blue))
    }

    /// Largest difference in one channel, 0…255.
    func contrast(to other: RGB) -> Int {
        max(
            abs(Int(red) - Int(other.red)), abs(Int(green) - Int(other.green)), abs(Int(blue) - Int(other.blue)))
    }
}
