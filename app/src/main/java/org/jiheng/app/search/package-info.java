/**
 * What the shell's search finds. Rooms above put in what they have by a bean that implements {@link org.jiheng.app.search.SearchSource};
 * only the screens of the search call {@link org.jiheng.app.search.Search}.
 */
package org.jiheng.app.search;
