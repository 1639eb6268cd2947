#include "cli/completion.h"

#include "base/strings.h"

namespace crosscheck {
namespace {

std::vector<std::string> Names(const std::vector<CommandHelp>& commands) {
  std::vector<std::string> names;
  for (const CommandHelp& command : commands) names.push_back(command.name);
  return names;
}

// Single-quoted for the shell.
std::string ShellQuoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// For zsh's _arguments: brackets and colons have a meaning there.
std::string ZshDoc(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string BashCompletion(const std::vector<CommandHelp>& commands) {
  std::string out =
      StrCat("# crosscheck completion for bash: source it, or put it into bash_completion.d.\n_crosscheck() {\n",
             "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n",
             "  COMPREPLY=()\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '", Join(Names(commands), " "),
             " --help --version' -- \"$cur\"))\n    return\n  fi\n  case \"$command $prev\" in\n");
  for (const CommandHelp& command : commands) {
    for (const FlagHelp& flag : command.flags) {
      if (flag.choices.empty()) continue;
      for (const std::string& name : flag.names) {
        StrAppend(&out, "    '", command.name, " ", name, "') COMPREPLY=($(compgen -W '", Join(flag.choices, " "),
                  "' -- \"$cur\")); return ;;\n");
      }
    }
  }
  out += "  esac\n  case \"$command\" in\n";
  for (const CommandHelp& command : commands) {
    std::vector<std::string> flags;
    for (const FlagHelp& flag : command.flags) flags.insert(flags.end(), flag.names.begin(), flag.names.end());
    StrAppend(&out, "    ", command.name, ")\n      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '", Join(flags, " "),
              "' -- \"$cur\")); ");
    if (command.words.empty()) {
      out += "else compopt -o default 2>/dev/null; fi ;;\n";
    } else {
      StrAppend(&out, "elif [ \"$COMP_CWORD\" -eq 2 ]; then COMPREPLY=($(compgen -W '", Join(command.words, " "),
                "' -- \"$cur\")); else compopt -o default 2>/dev/null; fi ;;\n");
    }
  }
  out += "  esac\n}\ncomplete -F _crosscheck crosscheck\n";
  return out;
}

std::string ZshCompletion(const std::vector<CommandHelp>& commands) {
  std::string out =
      "#compdef crosscheck\n# crosscheck completion for zsh: put it into a folder of $fpath as _crosscheck.\n_crosscheck() {\n";
  out += "  local -a commands\n  commands=(\n";
  for (const CommandHelp& command : commands)
    StrAppend(&out, "    ", ShellQuoted(StrCat(command.name, ":", ZshDoc(command.doc))), "\n");
  out += "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  case $words[2] in\n";
  for (const CommandHelp& command : commands) {
    StrAppend(&out, "    ", command.name, ")\n      _arguments \\\n");
    for (const FlagHelp& flag : command.flags) {
      const std::string value = !flag.takes_value      ? ""
                                : flag.choices.empty() ? ":value:_files"
                                                       : StrCat(":value:(", Join(flag.choices, " "), ")");
      for (const std::string& name : flag.names) {
        StrAppend(&out, "        ", ShellQuoted(StrCat("*", name, "[", ZshDoc(flag.doc), "]", value)), " \\\n");
      }
    }
    const std::string rest = command.words.empty() ? "*:input:_files" : StrCat("2:what:(", Join(command.words, " "), ")");
    StrAppend(&out, "        ", ShellQuoted(rest), " ;;\n");
  }
  out += "  esac\n}\n_crosscheck \"$@\"\n";
  return out;
}

std::string FishCompletion(const std::vector<CommandHelp>& commands) {
  std::string out = "# crosscheck completion for fish: put it into ~/.config/fish/completions as crosscheck.fish.\n";
  for (const CommandHelp& command : commands) {
    StrAppend(&out, "complete -c crosscheck -n __fish_use_subcommand -f -a ", command.name, " -d ", ShellQuoted(command.doc),
              "\n");
    const std::string where = StrCat("complete -c crosscheck -n '__fish_seen_subcommand_from ", command.name, "'");
    if (!command.words.empty()) StrAppend(&out, where, " -f -a ", ShellQuoted(Join(command.words, " ")), "\n");
    for (const FlagHelp& flag : command.flags) {
      StrAppend(&out, where);
      for (const std::string& name : flag.names) {
        const bool is_long = name.starts_with("--");
        StrAppend(&out, is_long ? " -l " : " -s ", std::string_view(name).substr(is_long ? 2 : 1));
      }
      if (flag.takes_value) out += flag.choices.empty() ? " -r -F" : StrCat(" -x -a ", ShellQuoted(Join(flag.choices, " ")));
      StrAppend(&out, " -d ", ShellQuoted(flag.doc), "\n");
    }
  }
  return out;
}

}  // namespace crosscheck
