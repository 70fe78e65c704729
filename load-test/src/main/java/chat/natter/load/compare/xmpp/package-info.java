/**
 * ejabberd and Prosody as contenders: from Debian's packages, over WebSocket (RFC 7395), with stream management
 * (XEP-0198).
 */
@NullMarked
package chat.natter.load.compare.xmpp;

import org.jspecify.annotations.NullMarked;
