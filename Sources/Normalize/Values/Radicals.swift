/// Returns the text with Kangxi radicals and radicals of the CJK supplement replaced by the ordinary character.
///
/// Some fonts' ToUnicode tables give ⽬ (U+2F6C) for 目 or ⻓ (U+2ED3) for 长. Text without them comes back unchanged
/// after one pass over its bytes.
public func unifyingRadicals(_ text: String) -> String {
    guard mayHoldRadicals(text) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(Radicals.unified(scalar)) }
    return String(scalars)
}

/// Both blocks lie in U+2E80…2FDF, in UTF-8 E2 BA…BF or E2 BC…BF: a cheap test that lets hardly anything else pass.
private func mayHoldRadicals(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
        if previous == 0xE2, byte >= 0xBA { return true }
        previous = byte
    }
    return false
}

private enum Radicals {
    static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2F00...0x2FD5: kangxi[Int(scalar.value - 0x2F00)]
        case 0x2E80...0x2EF3: supplement[Int(scalar.value - 0x2E80)]
        default: scalar
        }
    }

    /// U+2F00…2FD5 in order: the compatibility decompositions, except 户 for U+2F3E, which on simplified pages is
    /// never the traditional 戶.
    static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工\
        己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
        瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
        衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
        鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)

    /// U+2E80…2EF3 in order, by Unicode's Equivalent_Unified_Ideograph; those without one stand for themselves.
    static let supplement = Array(
        """
        ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹\
        纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠\
        饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
        """.unicodeScalars)
}
