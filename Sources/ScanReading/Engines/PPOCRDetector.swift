internal import PageImage
internal import PageModel

/// Finds the lines of text on a page picture with the PP-OCRv6 detection model.
///
/// The model gives for each pixel the probability that it lies in the core of a text line (differentiable
/// binarization, Liao et al. 2020); connected ones make a box. Boxes are upright: pages are turned and straightened
/// before.
struct PPOCRDetector {
    private let network: NeuralNetwork
    private let settings: PPOCRSettings

    init(network: NeuralNetwork, settings: PPOCRSettings) {
        self.network = network
        self.settings = settings
    }

    /// - Parameter image: Not empty.
    func findLines(in image: GrayImage) throws(OCRError) -> [PixelBox] {
        let factor = min(1, Double(settings.detectionSide) / Double(max(image.width, image.height)))
        let width = multiple(Double(image.width) * factor)
        let height = multiple(Double(image.height) * factor)
        let boxes = try network.run(
            shape: [1, 3, height, width],
            fill: { fill($0, with: image, width: width, height: height) },
            use: { probabilities, _ in textBoxes(probabilities, width: width, height: height) })
        let across = Double(image.width) / Double(width)
        let down = Double(image.height) / Double(height)
        return boxes.map { box in
            PixelBox(
                x0: max(Int(Double(box.x0) * across), 0), y0: max(Int(Double(box.y0) * down), 0),
                x1: min(Int((Double(box.x1) * across).rounded(.up)), image.width),
                y1: min(Int((Double(box.y1) * down).rounded(.up)), image.height))
        }.sorted { ($0.y0, $0.x0, $0.y1, $0.x1) < ($1.y0, $1.x0, $1.y1, $1.x1) }
    }

    /// The model halves the picture five times.
    private func multiple(_ size: Double) -> Int { max(Int((size / 32).rounded()), 1) * 32 }

    private func fill(
        _ target: UnsafeMutableBufferPointer<Float>, with image: GrayImage, width: Int, height: Int
    ) {
        let plane = width * height
        let last = UnsafeMutableBufferPointer(rebasing: target[(2 * plane)..<(3 * plane)])
        ImageScaler.scale(image, width: width, height: height, rowLength: width, into: last)
        // Means and deviations of the pictures of ImageNet, on which the model's backbone was trained.
        let means: [Float] = [0.485, 0.456, 0.406]
        let deviations: [Float] = [0.229, 0.224, 0.225]
        for position in 0..<plane {
            let value = last[position] / 255
            for color in 0..<3 { target[color * plane + position] = (value - means[color]) / deviations[color] }
        }
    }

    /// Connected areas of likely pixels, grown to the height of the text.
    private func textBoxes(
        _ probabilities: UnsafeBufferPointer<Float>, width: Int, height: Int
    ) -> [PixelBox] {
        var seen = [Bool](repeating: false, count: width * height)
        var boxes: [PixelBox] = []
        var waiting: [Int] = []
        for start in 0..<(width * height) where !seen[start] && probabilities[start] > settings.textThreshold {
            var box = PixelBox(x0: width, y0: height, x1: 0, y1: 0)
            var sum: Float = 0
            var count = 0
            seen[start] = true
            waiting.append(start)
            while let position = waiting.popLast() {
                let (row, column) = position.quotientAndRemainder(dividingBy: width)
                box.x0 = min(box.x0, column)
                box.x1 = max(box.x1, column + 1)
                box.y0 = min(box.y0, row)
                box.y1 = max(box.y1, row + 1)
                sum += probabilities[position]
                count += 1
                for nextRow in max(row - 1, 0)...min(row + 1, height - 1) {
                    for nextColumn in max(column - 1, 0)...min(column + 1, width - 1) {
                        let next = nextRow * width + nextColumn
                        guard !seen[next], probabilities[next] > settings.textThreshold else { continue }
                        seen[next] = true
                        waiting.append(next)
                    }
                }
            }
            guard min(box.width, box.height) >= settings.smallestSide, sum / Float(count) >= settings.boxThreshold
            else { continue }
            let grown = Double(box.width * box.height) * settings.growth / Double(2 * (box.width + box.height))
            let margin = Int(grown.rounded())
            boxes.append(
                PixelBox(
                    x0: max(box.x0 - margin, 0), y0: max(box.y0 - margin, 0), x1: min(box.x1 + margin, width),
                    y1: min(box.y1 + margin, height)))
        }
        return boxes
    }
}
