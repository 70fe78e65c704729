/** Alert rules, runbooks and dashboards against each other and against what the services measure. */
@NullMarked
package chat.natter.deploy.observability;

import org.jspecify.annotations.NullMarked;
