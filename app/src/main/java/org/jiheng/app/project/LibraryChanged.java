package org.jiheng.app.project;

/** Projects of a fiscal year were added, ended or changed so that figures about them are no longer true. Fired in the transaction of the change. */
public record LibraryChanged(int fiscalYear) {}
