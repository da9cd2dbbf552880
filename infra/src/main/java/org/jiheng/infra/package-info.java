/** What runs, measures and proves the product. Nothing of the product itself depends on it. */
package org.jiheng.infra;
