/** Screen of the audit administrator: the jurisdiction's trail, searched, verified and exported, never edited. Nobody else gets in. */
package org.jiheng.ui.audit;
