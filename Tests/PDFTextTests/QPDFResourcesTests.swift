import PageModel
import Testing

@testable import PDFText

/// What the names of operators stand for.
@Suite struct QPDFResourcesTests {
    private func fills(_ operators: String, resources: String) throws -> [RGB] {
        var file = PageFile(content: operators + " 20 30 100 40 re f")
        file.resources = resources
        return try file.source().content.fills.map(\.color)
    }

    @Test(arguments: [
        ("/ColorSpace<</S[/Separation/Gold/DeviceGray null]>>", UInt8(0)),
        ("/ColorSpace<</S[/Indexed/DeviceRGB 1(x)]>>", 128),
        ("/ColorSpace<</S/DeviceGray>>", 255), ("/ColorSpace<</S[/ICCBased null]>>", 255), ("", 255),
    ])
    func colourSpacesByName(resources: String, red: UInt8) throws {
        #expect(try fills("/S cs 1 scn", resources: resources).map(\.red) == [red])
    }

    @Test func aNameMayBeWrittenWithNumbers() throws {
        let resources = "/ColorSpace<</A#20B[/Separation/Gold/DeviceGray null]>>"
        #expect(try fills("/A#20B cs 1 scn", resources: resources).map(\.red) == [0])
        #expect(try fills("/#41#20B cs 1 scn", resources: resources).map(\.red) == [0])
    }

    @Test func statesHideAndMix() throws {
        let states = "/ExtGState<</T<</ca 0>>/N<</BM/Normal>>>>"
        #expect(try fills("0 g /T gs", resources: states).isEmpty)
        #expect(try fills("0 g /N gs", resources: states).count == 1)
    }

    @Test func aFormIsDrawnWithItsOwnMatrix() throws {
        var file = PageFile(content: "/X Do")
        file.resources = "/XObject<</X 20 0 R>>"
        file.objects = [PageFile.stream("/Subtype/Form/BBox[0 0 50 50]/Matrix[1 0 0 1 10 10]", "0 g 0 0 90 20 re f")]
        #expect(try file.source().content.fills.map(\.box) == [Rect(x0: 10, y0: 70, x1: 60, y1: 90)])
    }

    /// An image with a mask lets the text below it through: it hides nothing.
    @Test(arguments: [("", 0), ("/SMask 21 0 R", 1), ("/ImageMask true", 1)])
    func onlyAWholeImageHidesText(keys: String, runs: Int) throws {
        var file = PageFile(content: PageFile.show("值", x: 30, y: 45) + "q 30 0 0 30 20 40 cm /I Do Q")
        file.resources = "/XObject<</I 20 0 R>>"
        let image = "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        file.objects = [
            PageFile.stream(
                image.replacing("/BitsPerComponent 8", with: keys == "/ImageMask true" ? "" : "/BitsPerComponent 8")
                    + keys, "a"),
            PageFile.stream(image, "a"),
        ]
        #expect(try file.source().content.runs.count == runs)
    }
}
