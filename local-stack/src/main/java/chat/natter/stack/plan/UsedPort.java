package chat.natter.stack.plan;

/** A port that one part of the stack is going to listen on, and the name it is changed by. */
public record UsedPort(int port, PortName name, String part) {}
