import Testing

@testable import Normalize

/// Quantities in phrases, and what only looks like one.
@Suite struct PhraseReaderTests {
    @Test(arguments: [
        ValueCase.phrase("有效保障"),
        .phrase("达成预期指标"),
        .phrase("无"),
        .phrase(""),
        .phrase("4项改革工作", (nil, "4", "项")),
        .phrase("涉及科室及中心数量7个", (nil, "7", "个")),
        .phrase("DIP病种达到3000组左右", ("~", "3000", "组")),
        .phrase("DIP支出占州内住院支出70%以上", (">=", "70", "%")),
        .phrase("覆盖医疗机构300家以上。", (">=", "300", "家")),
        .phrase("实现医保基金年度结余5%-10%", (">=", "5", "%"), ("<=", "10", "%")),
        .phrase("实现“医、保、患”三方共赢"),
        .phrase("达到95%以上", (">=", "95", "%")),
        .phrase("控制在5%以内", ("<=", "5", "%")),
        .phrase("每年不少于2次", (">=", "2", "次")),
        .phrase("满意度≥95%，覆盖率≥90%", (">=", "95", "%"), (">=", "90", "%")),
        .phrase("节约5%", (nil, "5", "%")),
        .phrase("较上年提高2个百分点", (nil, "2", "个百分点")),
        .phrase("发放补助341万元", (nil, "3410000", "元")),
        .phrase("2次/3场", (nil, "2", "次"), (nil, "3", "场")),
        .phrase("100%；98%", (nil, "100", "%"), (nil, "98", "%")),
        .phrase("30日内办结", ("<=", "30", "日")),
        .phrase("服务12个市场主体", (nil, "12", "个")),
        .phrase("由95%提高到98%", (nil, "95", "%"), (nil, "98", "%")),
        .phrase("10家以上医院，不超过3家退出", (">=", "10", "家"), ("<=", "3", "家")),
        // What looks like a quantity and is none.
        .phrase("1:9"),
        .phrase("1：9"),
        .phrase("88/100"),
        .phrase("12月底前"),
        .phrase("12月"),
        .phrase("年底前"),
        .phrase("6月30日前"),
        .phrase("2024-2026年"),
        .phrase("2024年-2026年"),
        .phrase("2024-2026"),
        .phrase("2025-2026学年"),
        .phrase("2025年1-12月"),
        .phrase("2025年1月至2025年12月"),
        .phrase("2025年2月30日"),
        .phrase("2025年持续推进"),
        .phrase("完成2022年以前资金审计"),
        .phrase("上线DIP2.0版"),
        .phrase("执行第15号令"),
        .phrase("按〔2024〕38号文件执行"),
        .phrase("实现7×24小时响应"),
        .phrase("打造15分钟医保经办服务圈"),
        .phrase("建成“15分钟服务点”"),
        .phrase("第2批"),
        .phrase("2季度"),
        .phrase("共5 000 元"),
        .phrase("1.2.3"),
        .phrase("1.完善制度；2.加强管理"),
        .phrase("95分以上为优，5G覆盖", (">=", "95", "分")),
    ])
    func keepsPhrasesWithTheirQuantities(_ value: ValueCase) {
        #expect(ValueGrammar.parse(value.cell) == value.expected)
    }
}
