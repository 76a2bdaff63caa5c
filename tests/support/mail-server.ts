// A mail server of a few lines on 127.0.0.1 that keeps what it is sent.
import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Starts a mail server; `mails` grows with every mail it takes, as it came over the line. */
export async function openMailServer() {
  const mails: string[] = [];
  const server = createServer((socket) => converse(socket, mails));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails };
}

function converse(socket: Socket, mails: string[]): void {
  let mail: string[] | null = null;
  let rest = "";
  socket.write("220 ready\r\n");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (mail !== null && line !== ".") mail.push(line);
      else if (mail !== null) {
        mails.push(mail.join("\n"));
        mail = null;
        socket.write("250 taken\r\n");
      } else if (line.startsWith("DATA")) {
        mail = [];
        socket.write("354 go on\r\n");
      } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    }
  });
}
