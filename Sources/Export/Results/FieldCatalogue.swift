/// The names of every field in words, by its key: the only place that has them.
package enum FieldCatalogue {
    /// Plain names by key.
    package static func names(in language: HeaderLanguage) -> [String: String] {
        language == .zh ? chinese : Dictionary(uniqueKeysWithValues: chinese.keys.map { ($0, english($0)) })
    }

    /// "project_name" → "Project name".
    private static func english(_ key: String) -> String {
        let words = key.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    static let chinese: [String: String] = [
        "file": "文件", "record_id": "记录编号", "form_id": "表单编号", "form_kind": "表单类型", "form_title": "表单标题",
        "fiscal_year": "年度", "project_name": "项目名称", "department": "主管部门", "department_code": "部门代码",
        "implementing_unit": "实施单位", "level1": "一级指标", "level2": "二级指标", "level3": "三级指标",
        "level1_code": "一级指标代码", "level2_code": "二级指标代码", "level1_weight": "一级指标分值",
        "target": "指标值", "actual": "完成值",
        "target_text": "指标值", "target_kind": "指标值类型", "target_operator": "指标值符号", "target_value": "指标值数值",
        "target_lower": "指标值下限", "target_upper": "指标值上限", "target_unit": "指标值单位", "target_date": "指标值日期",
        "target_quantities": "指标值内数量",
        "actual_text": "完成值", "actual_kind": "完成值类型", "actual_operator": "完成值符号", "actual_value": "完成值数值",
        "actual_lower": "完成值下限", "actual_upper": "完成值上限", "actual_unit": "完成值单位", "actual_date": "完成值日期",
        "actual_quantities": "完成值内数量",
        "weight": "分值", "score": "得分", "direction": "指标方向", "scoring_rule": "评分标准", "variance_reason": "偏差原因",
        "remark": "备注", "extra": "其他列", "repairs": "修复", "confidence": "置信度", "sha256": "文件哈希", "page": "页码",
        "x0": "左", "y0": "上", "x1": "右", "y1": "下", "text_source": "文字来源", "duplicate_of": "内容同于",
        "ocr_raw": "识别原文",
        "reporting_unit": "填报单位", "report_date": "填报日期", "expected_goal": "年度总体目标",
        "actual_completion": "实际完成情况", "overview": "项目概况", "policy_basis": "政策依据", "duties": "部门职责",
        "total_weight": "总分值", "total_score": "总得分", "conclusion": "自评结论", "grade": "等级", "contact": "联系人",
        "fields": "其他栏目", "indicator_count": "指标数", "pages": "所在页", "notes": "读取说明",
        "ordinal": "序号", "item": "资金类别", "label": "资金名称", "amount": "金额", "initial_budget": "年初预算数",
        "adjusted_budget": "全年预算数", "executed": "全年执行数", "execution_rate": "执行率",
        "code": "代码", "passed": "通过", "expected": "应为", "found": "实为", "message": "说明", "stage": "环节",
        "of": "所属", "operator": "符号", "value": "数值", "unit": "单位",
    ]
}
