package org.jiheng.app.common;

/** 优, 良, 中, 差 (财预〔2020〕10号). Best first. */
public enum Grade {
  EXCELLENT,
  GOOD,
  FAIR,
  POOR
}
