/** Every test that runs inside the virtual machine, a file for each kind of device; reported in TAP. */
import './hid.ts';
import './cdc.ts';
import './printer.ts';
