/**
 * The edge to WeCom: verify, decrypt, decode to {@code Incoming}; {@code Outgoing} to an API call.
 *
 * <p>The only home of WxJava, OkHttp, XML and errcodes. May use {@code message} and {@code outbox}. Start reading at
 * {@link gradcheck.wecom.door.Door}.
 */
@NullMarked
package gradcheck.wecom;

import org.jspecify.annotations.NullMarked;
