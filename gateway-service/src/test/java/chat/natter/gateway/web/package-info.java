@NullMarked
package chat.natter.gateway.web;

import org.jspecify.annotations.NullMarked;
