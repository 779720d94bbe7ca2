import Testing

@testable import PDFText

/// Numbers before an operator.
@Suite struct OperandStackTests {
    @Test func theLastNumbersStayWhereThereAreTooMany() {
        var stack = OperandStack()
        for value in 0..<1000 { stack.push(Double(value)) }
        #expect(stack.last == 999)
        #expect(stack.count <= 64)
        #expect(Array(stack.values.suffix(6)) == [994, 995, 996, 997, 998, 999])
    }

    @Test func aClearedStackIsEmpty() {
        var stack = OperandStack()
        stack.push(1)
        stack.clear()
        #expect(stack.last == nil)
        #expect(stack.values.isEmpty)
        stack.push(2)
        #expect(stack.values == [2])
    }
}
