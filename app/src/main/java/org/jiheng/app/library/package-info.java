/**
 * The indicator library (指标库): indicators of the prefecture, the county and its departments with their versions, who is shown
 * which, proposals and their confirmation, files in and out. Rooms that plan take indicators from
 * {@link org.jiheng.app.library.IndicatorLibrary} and report back what they took.
 */
package org.jiheng.app.library;
