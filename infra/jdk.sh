# Finds what the project is built and run with. Sourced by infra/run and infra/test.

# Where JDKs usually are, the likeliest first.
jdk_places() {
  local place
  printf '%s\n' "${JAVA_HOME:-}"
  for place in /usr/lib/jvm/*25* /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /opt/*java* /opt/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    printf '%s\n' "$place"
  done
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null || true
  fi
  if command -v javac >/dev/null; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
}

# Prints the home of the first JDK that says of itself that it is 25 or newer; fails if there is none.
# A directory's name and a release file may lie: the compiler is asked.
find_jdk() {
  local home version
  while IFS= read -r home; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -x "$home/bin/java" ]; then
      version="$("$home/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')"
      if [ "${version:-0}" -ge 25 ]; then
        printf '%s\n' "$home"
        return 0
      fi
    fi
  done < <(jdk_places)
  return 1
}

# Sets JAVA_HOME to a JDK that will do, and sees that Maven is there; ends with one sentence otherwise.
require_tools() {
  local home
  if ! home="$(find_jdk)"; then
    echo '需要 JDK 25 或更高版本,请安装后重试,或用环境变量 JAVA_HOME 指明其目录 / JDK 25 or newer is needed: install one, or point JAVA_HOME at it' >&2
    exit 1
  fi
  export JAVA_HOME="$home"
  if ! command -v mvn >/dev/null; then
    echo '需要 Maven 3.8.6 或更高版本(命令 mvn),请安装后重试 / Maven 3.8.6 or newer is needed: install it so that mvn is on the PATH' >&2
    exit 1
  fi
}

# Sets JAVA_HOME and builds the programs of infra if they are not there.
require_built() {
  require_tools
  if [ ! -f "$project/infra/target/jiheng-infra.jar" ] || [ ! -d "$project/infra/target/lib" ]; then
    echo '首次使用,正在构建 / building, as this is the first time' >&2
    (cd "$project" && mvn -q -B -Dstyle.color=never package -Dmaven.test.skip=true -pl infra -am >&2)
  fi
}
