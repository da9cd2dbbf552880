/** Screens of transfer payments: the list, a document with its goals and parts, what came from above, exemptions, execution. Only the shell leads here. */
package org.jiheng.ui.transfer;
