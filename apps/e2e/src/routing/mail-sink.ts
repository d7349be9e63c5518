import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface MailSink {
  /** Host and port. */
  readonly address: string;
  stop(): void;
}

/** Speaks as much SMTP (RFC 5321) as it takes to be handed a mail. */
export async function startMailSink(receive: (mail: string) => void): Promise<MailSink> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    void converse(socket, receive);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

async function converse(socket: Socket, receive: (mail: string) => void): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let mail: string[] | undefined;
  say('220 sink');
  for await (const line of createInterface({ input: socket })) {
    if (mail && line === '.') {
      receive(mail.join('\n'));
      mail = undefined;
      say('250 taken');
    } else if (mail) mail.push(line);
    else if (line === 'DATA') {
      mail = [];
      say('354 go on');
    } else if (line === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 sink');
  }
}
