#!/bin/busybox sh
# The first and only program of the virtual machine: loads the modules, puts the host's files (read-only, changes go to memory) in
# place of its own and starts the guest's script there. What it writes to the shared folder is there for the host.
export PATH=/bin
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
# In the order in which they need one another; three USB ports to plug devices into.
for module in /modules/*.ko; do
  case $module in
    *dummy_hcd.ko) insmod "$module" num=3 ;;
    *) insmod "$module" ;;
  esac || echo "module $module was not loaded"
done
mkdir -p /host /memory /guest
mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=262144 host /host
mount -t tmpfs memory /memory
mkdir /memory/changed /memory/work
mount -t overlay -o lowerdir=/host,upperdir=/memory/changed,workdir=/memory/work overlay /guest
for folder in proc sys dev; do mount --move /$folder /guest/$folder; done
mount -t configfs none /guest/sys/kernel/config
mkdir -p /guest/mnt
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144 share /guest/mnt
chroot /guest /bin/sh /mnt/start.sh
sync
poweroff -f
