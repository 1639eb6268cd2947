// How it works: of the parts of a mail those that are shown are its text: HTML read as a page, where that gives as much as the plain
// form beside it and as all blocks of the HTML together (a newsletter holds several stories). Plain text is put back into paragraphs: lines that were wrapped at the width of a screen are joined (RFC 3676 says where,
// else their width does). Of a mail that was forwarded the inner header holds. The sender is an author where the name is a person's and the address does not say otherwise.
#include "read/mail.h"

#include <algorithm>

#include "base/days.h"
#include "base/strings.h"
#include "read/archive.h"
#include "read/bylines.h"
#include "read/charset.h"
#include "read/html_blocks.h"
#include "read/html_cut.h"
#include "read/html_page.h"
#include "read/manuscript.h"
#include "read/mime.h"
#include "read/page_lines.h"
#include "read/reader.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr std::string_view kHeader = "mail header";
constexpr size_t kWrapWidth = 50;  // a line this long that does not end a sentence was wrapped
constexpr size_t kWidest = 100;    // longer lines are paragraphs
constexpr double kAsFull = 0.6;    // of the text of another form that the page must give
constexpr double kLinked = 0.6;    // of a block's letters: it leads elsewhere
constexpr size_t kMaxInnerHeader = 8;

size_t TextBytes(const Document& document) {
  size_t bytes = 0;
  for (const Story& story : document.stories) {
    for (const Segment& segment : story.segments) {
      if (segment.role == SegmentRole::kBody || segment.role == SegmentRole::kStandfirst) bytes += segment.span.size();
    }
  }
  return bytes;
}

// Paragraphs of a plain mail.
std::vector<WrittenParagraph> Paragraphs(std::string_view text, bool flowed) {
  std::vector<WrittenParagraph> out;
  bool signature = false;
  bool joins = false;  // the next line goes on in the last paragraph
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "-- " || line == "--") signature = true;
    const bool quoted = line.starts_with('>');
    while (line.starts_with('>') || (quoted && line.starts_with(' '))) line.remove_prefix(1);
    if (flowed && line.starts_with(' ')) line.remove_prefix(1);  // stuffed
    std::optional<SegmentRole> role;
    if (quoted) role = SegmentRole::kComment;
    if (signature) role = SegmentRole::kNav;
    const std::string_view words = Trim(line);
    if (words.empty()) {
      joins = false;
      continue;
    }
    if (joins && !out.empty() && out.back().role == role) {
      StrAppend(&out.back().text, " ", words);
    } else {
      out.push_back({std::string(words), role});
    }
    joins = flowed ? line.ends_with(' ') : line.size() >= kWrapWidth && line.size() <= kWidest;
  }
  return out;
}

// All blocks of an HTML part but those that lead elsewhere.
std::vector<WrittenParagraph> Blocks(std::string_view html, std::string_view charset, const PageRules& rules) {
  const DecodedText source = DecodeText(html, charset);
  const HtmlCut cut = CutHtml(source.text);
  const ParsedPage page = ReadHtmlBlocks(cut, rules);
  std::vector<WrittenParagraph> out;
  for (const HtmlBlock& block : page.blocks) {
    const HtmlTag tag = page.nodes[block.node].tag;
    std::optional<SegmentRole> role;
    if (tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6) role = SegmentRole::kSubhead;
    if (block.link_letters > kLinked * block.letters) role = SegmentRole::kNav;
    out.push_back({std::string(page.Text(block)), role});
  }
  return out;
}

struct Mail {
  const MimeEntity& message;
  std::vector<const MimeEntity*> plain;
  std::vector<const MimeEntity*> html;
  std::vector<const MimeEntity*> attached;
};

bool IsAttached(const MimeEntity& part) {
  const std::string disposition = AsciiLower(part.Field("content-disposition"));
  return disposition.starts_with("attachment") || !part.Type().starts_with("text/");
}

Mail SortParts(const MimeEntity& message, const std::vector<MimeLeaf>& leaves) {
  Mail mail{message, {}, {}, {}};
  for (const MimeLeaf& leaf : leaves) {
    if (IsAttached(leaf.entity)) {
      mail.attached.push_back(&leaf.entity);
    } else if (leaf.entity.Is("text/html")) {
      mail.html.push_back(&leaf.entity);
    } else if (leaf.entity.Is("text/plain")) {
      mail.plain.push_back(&leaf.entity);
    }
  }
  return mail;
}

// Does the address belong to an office rather than to the person: no word of the name before the "@", one after it?
bool NamesTheHouse(const MailAddress& sender) {
  const std::string address = AsciiLower(sender.address);
  const size_t at = std::min(address.find('@'), address.size());
  const std::string_view before = std::string_view(address).substr(0, at);
  const std::string_view after = std::string_view(address).substr(at);
  bool person = false;
  bool house = false;
  const std::string name = AsciiLower(sender.name);
  for (const std::string_view word : Split(name, ' ')) {
    if (word.size() < 3) continue;
    person = person || before.find(word) != std::string_view::npos;
    house = house || after.find(word) != std::string_view::npos;
  }
  return house && !person;
}

// Without "Re:" and "Fwd:".
std::string SubjectOf(std::string_view field) {
  std::string decoded = DecodeHeader(field);
  std::string_view subject = decoded;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : {"re:", "fwd:", "fw:"}) {
      if (!AsciiLower(subject.substr(0, mark.size())).starts_with(mark)) continue;
      subject = Trim(subject.substr(mark.size()));
      found = true;
    }
  }
  return std::string(subject);
}

void SetSender(std::string_view field, const ReadHint& hint, Manuscript* out) {
  MailAddress sender = FirstAddress(field);
  if (sender.name.empty()) return;
  sender.name = FirstNameFirst(sender.name);
  const Byline byline = ParseByline(sender.name, "", PageRulesOf(hint));
  if (byline.people.empty() || NamesTheHouse(sender)) {
    out->outlet = sender.name;
  } else {
    out->authors = byline.people;
  }
  out->credit = byline.agencies;
}

Manuscript HeaderOf(const MimeEntity& message, const ReadHint& hint) {
  Manuscript out;
  out.evidence = kHeader;
  out.title = SubjectOf(message.Field("subject"));
  out.published = std::string(message.Field("date"));
  SetSender(message.Field("from"), hint, &out);
  return out;
}

// The value of a header field that stands in the text; empty: it is none of that name.
std::string_view InnerField(std::string_view line, std::string_view name) {
  while (line.starts_with('*')) line.remove_prefix(1);  // bold
  if (line.size() <= name.size() || line[name.size()] != ':' || !EqualsIgnoreCase(line.substr(0, name.size()), name)) return "";
  line.remove_prefix(name.size() + 1);
  while (line.starts_with('*')) line.remove_prefix(1);
  return Trim(line);
}

// The header of the mail that was forwarded in this one, which stands over its text: "From: ...", "Date: ...", "Subject: ...".
void TakeInnerHeader(const ReadHint& hint, Manuscript* out) {
  std::vector<WrittenParagraph>& lines = out->paragraphs;
  for (size_t i = 0; i < std::min(lines.size(), kMaxInnerHeader); ++i) {
    const std::string_view from = InnerField(lines[i].text, "from");
    if (from.empty()) continue;
    size_t end = i + 1;
    std::string subject, date;
    for (size_t j = i + 1; j < std::min(lines.size(), i + kMaxInnerHeader); ++j) {
      const std::string_view line = lines[j].text;
      if (subject.empty()) subject = SubjectOf(InnerField(line, "subject"));
      if (date.empty()) date = std::string(InnerField(line, "date"));
      if (date.empty()) date = std::string(InnerField(line, "sent"));
      const bool field = line.find(':') < 10 && !InnerField(line, line.substr(0, line.find(':'))).empty();
      if (field) end = j + 1;
    }
    if (subject.empty()) return;
    out->title = subject;
    out->authors.clear();
    out->outlet.clear();
    SetSender(from, hint, out);
    if (!date.empty()) out->published = date;
    for (size_t j = 0; j < end; ++j) lines[j].role = SegmentRole::kNav;
    return;
  }
}

// The mail's HTML as a page; what the page itself tells holds, the header fills the rest.
std::optional<Document> ReadHtmlPart(const MimeEntity& part, const Manuscript& header, const ReadHint& hint) {
  ReadHint of_page = hint;
  of_page.format = InputFormat::kHtml;
  of_page.charset = part.Parameter("content-type", "charset");
  std::optional<Document> found;
  std::vector<Unread> unread;
  ReadHtml(part.Bytes(), of_page, {[&](Document document) { found = std::move(document); }, &unread});
  if (!found) return std::nullopt;
  if (!header.title.empty()) found->title = header.title;
  if (!header.outlet.empty()) found->outlet = header.outlet;
  if (found->authors.empty()) found->authors = header.authors;
  if (const auto day = ParseMachineDay(header.published, false)) {
    found->published = Published{OneDay(*day), std::string(kHeader)};
    found->evidence.push_back({"published", FormatIsoDay(*day), std::string(kHeader), std::nullopt});
  }
  return found;
}

void UseText(const Mail& mail, const ReadHint& hint, const ReadSink& sink) {
  const Manuscript header = HeaderOf(mail.message, hint);
  const auto as_full = [](const Document& document, const Document& other) {
    return static_cast<double>(TextBytes(document)) >= kAsFull * static_cast<double>(TextBytes(other));
  };
  std::optional<Document> best;
  if (!mail.plain.empty()) {
    Manuscript plain = header;
    for (const MimeEntity* part : mail.plain) {
      const bool flowed = EqualsIgnoreCase(part->Parameter("content-type", "format"), "flowed");
      std::vector<WrittenParagraph> paragraphs = Paragraphs(part->Text(), flowed);
      std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(plain.paragraphs));
    }
    TakeInnerHeader(hint, &plain);
    best = MakeDocument(std::move(plain), hint);
  }
  if (!mail.html.empty()) {
    Manuscript html = header;
    html.paragraphs = Blocks(mail.html[0]->Bytes(), mail.html[0]->Parameter("content-type", "charset"), PageRulesOf(hint));
    TakeInnerHeader(hint, &html);
    std::optional<Document> page = ReadHtmlPart(*mail.html[0], html, hint);
    Document blocks = MakeDocument(std::move(html), hint);
    if (!best || !as_full(*best, blocks)) best = std::move(blocks);
    if (page && as_full(*page, *best)) best = std::move(page);
  }
  if (best && !best->text.empty()) sink.use(*std::move(best));
}

void ReadAttached(const MimeEntity& part, size_t number, const ReadHint& hint, const ReadSink& sink) {
  if (sink.depth >= kMaxArchiveDepth) return sink.Refuse(hint.uri, "files in mails in archives, too deep");
  std::string name = part.Parameter("content-disposition", "filename");
  if (name.empty()) name = part.Parameter("content-type", "name");
  const bool message = part.Is("message/rfc822");
  if (name.empty() && !message) return;  // a picture in the text, a signature
  if (!message && HasNoText(name)) return;
  ReadHint inner = hint;
  inner.id = name.empty() ? StrCat(hint.id, ":", number) : std::string(BaseName(name));
  inner.uri = StrCat(hint.uri, "/", name.empty() ? StrCat("attached-", number, ".eml") : std::string(BaseName(name)));
  inner.format = InputFormat::kGuess;
  inner.charset = part.Parameter("content-type", "charset");
  ReadSink deeper = sink;
  ++deeper.depth;
  const std::string bytes = part.Bytes();
  if (message) return ReadMail(bytes, inner, deeper);
  ReadEach(bytes, inner, deeper);
}

bool IsBoxLine(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  const size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 5 && line[colon - 1] >= '0' && line[colon - 1] <= '9';
}

}  // namespace

bool MatchesMail(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  return LooksLikeMessage(head) ||
         (AsciiLower(hint.uri).ends_with(".eml") && !ParseEntity(head).Field("from").empty());
}

void ReadMail(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const MimeEntity message = ParseEntity(bytes);
  const std::vector<MimeLeaf> leaves = LeavesOf(message);
  const Mail mail = SortParts(message, leaves);
  size_t given = 0;
  ReadSink counting = sink;
  counting.use = [&](Document document) {
    ++given;
    sink.use(std::move(document));
  };
  UseText(mail, hint, counting);
  for (size_t i = 0; i < mail.attached.size(); ++i) ReadAttached(*mail.attached[i], i + 1, hint, counting);
  if (given == 0) sink.Refuse(hint.uri, "a mail without text");
}

bool MatchesMailbox(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess || !head.starts_with("From ")) return false;
  const size_t end = std::min(head.find('\n'), head.size());
  return IsBoxLine(head.substr(0, end)) && !ParseEntity(head.substr(std::min(end + 1, head.size()))).fields.empty();
}

void ReadMailbox(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  size_t number = 0;
  size_t start = std::string_view::npos;  // of the mail that is open
  const auto use = [&](size_t end) {
    if (start == std::string_view::npos) return;
    ReadHint of_mail = hint;
    of_mail.uri = StrCat(hint.uri, ":", ++number);
    of_mail.id = StrCat(BaseName(hint.uri), ":", number);
    std::string mail;  // ">From " at a line's start was "From "
    for (std::string_view rest = bytes.substr(start, end - start); !rest.empty();) {
      const size_t line_end = std::min(rest.find('\n'), rest.size() - 1) + 1;
      std::string_view line = rest.substr(0, line_end);
      rest.remove_prefix(line_end);
      if (line.starts_with(">From ")) line.remove_prefix(1);
      mail += line;
    }
    if (mail.size() > kMaxPageBytes) return sink.Refuse(of_mail.uri, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
    ReadMail(mail, of_mail, sink);
  };
  bool blank = true;
  for (size_t at = 0; at < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = Trim(bytes.substr(at, end - at));
    if (blank && IsBoxLine(line)) {
      use(at);
      start = std::min(end + 1, bytes.size());
    }
    blank = line.empty();
    at = end + 1;
  }
  use(bytes.size());
}

}  // namespace crosscheck
