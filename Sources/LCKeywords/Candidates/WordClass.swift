internal import LCTextModel

/// What kind of word a token is, as far as keywords ask.
enum KeywordWordClass: UInt8, CaseIterable {
  case noun, person, place, organization, name, verb, verbalNoun, adjective, abbreviation, idiom, attribute, number, time
  case latin, morpheme, other

  init(_ tag: PartOfSpeech, _ kind: Token.Kind) {
    switch tag {
    case .n: self = .noun
    case .nr: self = .person
    case .ns: self = .place
    case .nt: self = .organization
    case .nz: self = .name
    case .v, .vd: self = .verb
    case .vn: self = .verbalNoun
    case .a, .ad, .an: self = .adjective
    case .j: self = .abbreviation
    case .l, .i: self = .idiom
    case .b: self = .attribute
    case .m, .q: self = .number
    case .t: self = .time
    case .nx: self = .latin
    case .Ng, .Vg, .Ag, .Tg, .Bg, .Rg, .Mg, .k, .h: self = .morpheme
    default: self = kind == .latin ? .latin : .other
    }
  }

  /// Whether a word of this kind may stand in a phrase though it has one character.
  var mayBeShort: Bool {
    switch self {
    case .other, .time: false
    default: true
    }
  }

  /// Whether a word of this kind can be a term by itself.
  var isTerm: Bool {
    switch self {
    case .other, .time, .number, .morpheme: false
    default: true
    }
  }

  /// The name of its features.
  var name: String {
    switch self {
    case .noun: "noun"
    case .person: "person"
    case .place: "place"
    case .organization: "organization"
    case .name: "name"
    case .verb: "verb"
    case .verbalNoun: "verbal_noun"
    case .adjective: "adjective"
    case .abbreviation: "abbreviation"
    case .idiom: "idiom"
    case .attribute: "attribute"
    case .number: "number"
    case .time: "time"
    case .latin: "latin"
    case .morpheme: "morpheme"
    case .other: "other"
    }
  }
}
