/** The manifests under {@code deploy/k8s}, read as strictly as an API server reads them, against the services' code. */
@NullMarked
package chat.natter.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
