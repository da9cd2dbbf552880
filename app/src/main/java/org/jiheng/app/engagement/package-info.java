/**
 * Third parties and experts: the register of firms and experts of a prefecture, engagements (contracts) of a jurisdiction with
 * their conflict check and their windows, and what people from outside looked at and handed in. Screens call
 * {@link org.jiheng.app.engagement.Engagements}; nobody comes in from outside by any other way.
 */
package org.jiheng.app.engagement;
