import LCPages
import LCTextModel
import Testing

/// Small documents of each form, made for these tests.
struct ScanReaderTests {
  private func pages(_ text: String) throws -> [ScannedPage] {
    let bytes = Array(text.utf8)
    return try #require(ScanFormat(head: bytes)).pages(bytes)
  }

  private static let alto = """
    <?xml version="1.0" encoding="UTF-8"?>
    <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page WIDTH="1000" HEIGHT="2000"><PrintSpace>
    <ComposedBlock><TextBlock><TextLine HPOS="10" VPOS="20" WIDTH="300" HEIGHT="40">
    <String CONTENT="the" WC="0.9"/><SP/><String CONTENT="confer" WC="0.5" SUBS_TYPE="HypPart1" SUBS_CONTENT="conference"/><HYP CONTENT="-"/>
    </TextLine><TextLine><String CONTENT="ence"/></TextLine></TextBlock></ComposedBlock>
    <TextBlock><TextLine HPOS="5000" VPOS="20" WIDTH="30" HEIGHT="40"><String CONTENT="聊城"/><SP/><String CONTENT="日报"/></TextLine></TextBlock>
    </PrintSpace></Page></Layout></alto>
    """

  @Test func altoKeepsTextOrderHyphensConfidenceAndBoxes() throws {
    let page = try #require(try pages(Self.alto).first)
    #expect(page.text.string == "the confer-\nence\n\n聊城日报")
    #expect(page.lines.count == 4)
    #expect(page.lines[0].box == Box(x: 10, y: 20, width: 300, height: 40))
    #expect(page.lines[0].confidence == 0.7)
    #expect(page.lines[1] == LineGeometry())
    #expect(page.lines[3].box == nil, "it is outside the page")
    #expect(page.notes.count == 1)
  }

  private static let hocr = """
    <html><head><meta name='ocr-system' content='x'></head><body><div class='ocr_page' title='bbox 0 0 100 100'>
    <p class='ocr_par'><span class='ocr_line' title='bbox 1 2 30 12'><span class='ocrx_word' title='bbox 1 2 10 12; x_wconf 90'>本报</span>
    <span class='ocrx_word' title='x_wconf 70'>讯</span></span><br></p></p>
    <p class='ocr_par'><span class='ocr_line'>a &lt; b&nbsp;c</span></p></div></body></html>
    """

  @Test func hocrThatIsNoXMLIsMended() throws {
    let page = try #require(try pages(Self.hocr).first)
    #expect(page.text.string == "本报讯\n\na < b c")
    #expect(page.lines[0].box == Box(x: 1, y: 2, width: 29, height: 10))
    #expect(abs((page.lines[0].confidence ?? 0) - 0.8) < 1e-9)
  }

  private func page(order: [String]) -> String {
    let references = order.enumerated().map { #"<RegionRefIndexed index="\#($0)" regionRef="\#($1)"/>"# }.joined()
    let regions = ["a", "b"].map {
      #"<TextRegion id="\#($0)"><TextLine><Coords points="0,0 9,0 9,5 0,5"/><TextEquiv conf="0.5"><Unicode>行\#($0)</Unicode></TextEquiv></TextLine></TextRegion>"#
    }.joined()
    return "<pc:PcGts xmlns:pc='x'><Page imageWidth='10' imageHeight='10'><ReadingOrder><OrderedGroup>\(references)"
      + "</OrderedGroup></ReadingOrder>\(regions)</Page></pc:PcGts>"
  }

  @Test func pageXMLIsReadInItsOrder() throws {
    let page = try #require(try pages(page(order: ["b", "a"])).first)
    #expect(page.text.string == "行b\n\n行a")
    #expect(page.lines[0] == LineGeometry(box: Box(x: 0, y: 0, width: 9, height: 5), confidence: 0.5))
  }

  @Test func aReadingOrderInACircleIsNotFollowed() throws {
    let page = try #require(try pages(page(order: ["b", "a", "b"])).first)
    #expect(page.text.string == "行a\n\n行b")
    #expect(page.notes.count == 1)
  }

  @Test(arguments: [
    #"[{"text": "左一", "box": [[0,0],[40,0],[40,10],[0,10]], "score": 0.5}, {"text": "右一", "box": [[100,0],[140,0],[140,10],[100,10]], "score": 0.5}, {"text": "左二", "box": [[0,12],[40,12],[40,22],[0,22]], "score": 0.5}]"#,
    #"[[[[0,0],[40,0],[40,10],[0,10]], ["左一", 0.5]], [[[100,0],[140,0],[140,10],[100,10]], ["右一", 0.5]], [[[0,12],[40,12],[40,22],[0,22]], ["左二", 0.5]]]"#,
    #"{"rec_texts": ["左一", "右一", "左二"], "rec_boxes": [[0,0,40,10],[100,0,140,10],[0,12,40,22]], "rec_scores": [0.5,0.5,0.5]}"#,
  ])
  func boxesAreReadInColumns(json: String) throws {
    let page = try #require(try pages(json).first)
    #expect(page.text.string == "左一\n左二\n\n右一")
    #expect(page.lines[0] == LineGeometry(box: Box(x: 0, y: 0, width: 40, height: 10), confidence: 0.5))
  }

  @Test func linesFromTopToBottomAreReadFromTheRight() throws {
    let json =
      #"[{"text": "第二行", "box": [[0,0],[10,0],[10,90],[0,90]]}, {"text": "第一行", "box": [[12,0],[22,0],[22,90],[12,90]]}]"#
    #expect(try pages(json).first?.text.string == "第一行\n第二行")
  }

  @Test func linesWithoutBoxesKeepTheirOrder() throws {
    let page = try #require(try pages(#"{"texts": ["一", "二"]}"#).first)
    #expect(page.text.string == "一\n二")
    #expect(page.lines == [LineGeometry(), LineGeometry()])
  }

  @Test func tesseractTablesAreRead() throws {
    let table = """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t
      4\t1\t1\t1\t1\t0\t1\t2\t30\t10\t-1\t
      5\t1\t1\t1\t1\t1\t1\t2\t10\t10\t90\tone
      5\t1\t1\t1\t1\t2\t12\t2\t10\t10\t70\ttwo
      """
    let page = try #require(try pages(table).first)
    #expect(page.text.string == "one two")
    #expect(abs((page.lines[0].confidence ?? 0) - 0.8) < 1e-9)
    #expect(throws: ScanError.malformed(line: 3, column: 1, reason: "a row of Tesseract's has eleven numbers and a text")) {
      try pages(table.replacing("4\t1\t1", with: "x\t1\t1"))
    }
  }

  @Test func badFilesAreToldWithTheirPlace() throws {
    #expect(throws: ScanError.malformed(line: 2, column: 3, reason: "mismatched tag")) { try pages("<alto>\n</x></alto>") }
    #expect(throws: ScanError.noText) { try pages("<alto></alto>") }
    #expect(throws: ScanError.shape("the JSON has no recognised lines")) { try pages(#"{"box": [1]}"#) }
    #expect(throws: ScanError.self) { try pages(#"[{"box": [1"#) }
    let deep = "<alto>" + String(repeating: "<a>", count: 300)
    #expect(throws: ScanError.tooDeep(line: 1)) { try pages(deep) }
  }

  /// Entities that grow a thousandfold at each of several levels, and one of a file.
  @Test func entitiesDoNoHarm() throws {
    var entities = "<!ENTITY a0 \"\(String(repeating: "x", count: 100))\">"
    for level in 1...8 {
      entities += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 100))\">"
    }
    #expect(throws: ScanError.self) { try pages("<!DOCTYPE alto [\(entities)]><alto><TextLine>&a8;</TextLine></alto>") }
    let outside = """
      <!DOCTYPE alto [<!ENTITY e SYSTEM "file:///etc/passwd">]><alto><Page><TextLine><String CONTENT="行"/>&e;</TextLine></Page></alto>
      """
    #expect(try pages(outside).first?.text.string == "行")
  }

  @Test(arguments: [
    "", "  ", "<p>hello</p>", "{\"a\": 1}", "[1, 2]", #"{"id": "1", "text": "正文", "box": [1, 2]}"#,
    #"{"text": "points", "points": 3}"#, "本报讯",
  ])
  func whatIsNoScanIsNone(text: String) {
    #expect(ScanFormat(head: Array(text.utf8)) == nil)
  }
}
