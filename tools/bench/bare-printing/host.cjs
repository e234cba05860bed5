// Sends each message's bytes to the printer at its port.
const { connect } = require('node:net');

process.parentPort.on('message', ({ data: { port, bytes } }) => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.end(bytes));
  socket.resume();
});
