/**
 * What a platform administrator may want done with jurisdictions: wishes and the rules they have to keep, the jobs they become,
 * and the desk at which screens hand them in. Nothing is carried out here; that is the keeper's, beside the application.
 */
package org.jiheng.tenants.desk;
