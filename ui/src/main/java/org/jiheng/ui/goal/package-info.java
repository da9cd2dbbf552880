/** Goals of projects: their list, what is still missing, the official form with its checks, finance's review sheet. */
package org.jiheng.ui.goal;
