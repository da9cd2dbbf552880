package org.jiheng.app.document;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** The XML of a workbook's parts, read in one pass: texts as {@link Spreadsheet} gives them, row after row. */
final class SheetXml {

  /** Columns that are looked at; what stands further right belongs to no list of ours. */
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_DIGITS = 15;
  private static final MathContext AS_SHOWN = new MathContext(MOST_DIGITS);
  private static final XMLInputFactory FACTORY = factory();

  /** How the numbers of a style are shown. */
  enum Format { NUMBER, PERCENT, DAY }

  private final List<String> shared;
  private final List<Format> formats;

  SheetXml(List<String> shared, List<Format> formats) {
    this.shared = shared;
    this.formats = formats;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static synchronized XMLStreamReader reader(InputStream part) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(part);
  }

  /** The texts the sheets share, by their number. How they are pronounced is left out. */
  static List<String> sharedTexts(InputStream part) throws XMLStreamException {
    XMLStreamReader xml = reader(part);
    List<String> texts = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        texts.add(text(xml, "si"));
      }
    }
    return texts;
  }

  /** Everything that is written between here and the end of the element. */
  private static String text(XMLStreamReader xml, String until) throws XMLStreamException {
    String only = "";
    StringBuilder more = null;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(until)) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
        text(xml, "rPh");
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
        String piece = xml.getElementText();
        if (!only.isEmpty()) {
          more = more == null ? new StringBuilder(only) : more;
          more.append(piece);
        } else {
          only = piece;
        }
      }
    }
    return (more == null ? only : more.toString()).strip();
  }

  /** How each style shows a number. */
  static List<Format> formats(InputStream part) throws XMLStreamException {
    XMLStreamReader xml = reader(part);
    Map<Integer, String> own = new HashMap<>();
    List<Format> formats = new ArrayList<>();
    boolean inCells = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "numFmt" -> own.put(Integer.parseInt(xml.getAttributeValue(null, "numFmtId")), xml.getAttributeValue(null, "formatCode"));
          case "cellXfs" -> inCells = true;
          case "xf" -> {
            if (inCells) {
              formats.add(format(xml.getAttributeValue(null, "numFmtId"), own));
            }
          }
          default -> { }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        inCells = false;
      }
    }
    return formats;
  }

  private static Format format(String id, Map<Integer, String> own) {
    int number = id == null ? 0 : Integer.parseInt(id);
    String code = own.getOrDefault(number, BuiltinFormats.getBuiltinFormat(number));
    if (code == null) {
      return Format.NUMBER;
    }
    return DateUtil.isADateFormat(number, code) ? Format.DAY : code.contains("%") ? Format.PERCENT : Format.NUMBER;
  }

  /** Hands over every row with something in it; answers with the areas of merged cells. */
  List<String> read(InputStream part, Consumer<SheetRow> row) throws XMLStreamException {
    XMLStreamReader xml = reader(part);
    List<String> merged = new ArrayList<>();
    int number = 0;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("row")) {
        String said = xml.getAttributeValue(null, "r");
        Optional<SheetRow> filled;
        try {
          number = said == null ? number + 1 : Integer.parseInt(said);
          filled = row(xml, number);
        } catch (RuntimeException forged) {
          throw new XMLStreamException(forged);
        }
        filled.ifPresent(row);
      } else if (xml.getLocalName().equals("mergeCell")) {
        merged.add(xml.getAttributeValue(null, "ref"));
      }
    }
    return merged;
  }

  private Optional<SheetRow> row(XMLStreamReader xml, int number) throws XMLStreamException {
    String[] texts = new String[MOST_COLUMNS];
    List<Integer> errors = new ArrayList<>(0);
    int width = 0;
    int column = -1;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String place = xml.getAttributeValue(null, "r");
        column = place == null ? column + 1 : column(place);
        Value value = value(xml);
        if (column < MOST_COLUMNS) {
          texts[column] = value.text();
          width = value.text().isEmpty() && !value.error() ? width : column + 1;
          if (value.error()) {
            errors.add(column);
          }
        }
      }
    }
    return width == 0 ? Optional.empty() : Optional.of(SheetRow.of(number, texts, width, errors));
  }

  /** {@code BC12} is column 54, counted from 0. */
  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && column < MOST_COLUMNS * MOST_COLUMNS; i++) {
      column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
    }
    return column - 1;
  }

  private record Value(String text, boolean error) {}

  private Value value(XMLStreamReader xml) throws XMLStreamException {
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    boolean formula = false;
    String raw = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> raw = xml.getElementText();
          case "is" -> raw = text(xml, "is");
          case "f" -> formula = true;
          default -> { }
        }
      }
    }
    if ("e".equals(type) || formula && raw.isEmpty()) {
      return new Value(raw, true);
    }
    return new Value(shown(type, style, raw), false);
  }

  private String shown(String type, String style, String raw) {
    if (raw.isEmpty()) {
      return "";
    }
    return switch (type == null ? "n" : type) {
      case "s" -> shared.get(Integer.parseInt(raw));
      case "b" -> raw.equals("1") ? "是" : "否";
      case "n" -> number(raw, style == null ? Format.NUMBER : formats.get(Integer.parseInt(style)));
      case "d" -> raw.length() > 10 ? raw.substring(0, 10) : raw;
      default -> raw.strip();
    };
  }

  private static String number(String raw, Format format) {
    if (format == Format.DAY) {
      return DateUtil.getLocalDateTime(Double.parseDouble(raw)).toLocalDate().toString();
    }
    if (format == Format.NUMBER && raw.length() <= MOST_DIGITS && raw.chars().allMatch(one -> one >= '0' && one <= '9')) {
      return raw;
    }
    BigDecimal number = new BigDecimal(raw).round(AS_SHOWN);
    return format == Format.PERCENT ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : number.stripTrailingZeros().toPlainString();
  }
}
