package org.jiheng.app.disclosure;

/** What a secrecy review lets be published (DOMAIN 10.1). Nothing is published that was not reviewed. */
public enum Secrecy {
  /** 公开. */
  OPEN,
  /** 部分公开: with what is classified or sensitive taken out. */
  PARTLY,
  /** 不公开. */
  CLOSED
}
