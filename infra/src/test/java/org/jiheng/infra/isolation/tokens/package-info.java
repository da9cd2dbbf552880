/** What tokens, headers and cookies say, against what the registry says. */
package org.jiheng.infra.isolation.tokens;
