using System.ComponentModel;
using System.Diagnostics;

namespace Helm.Speech.Sphinx;

/// <summary>Guesses a pronunciation by flite's rules where flite is installed; rough for technical names.</summary>
internal sealed class LetterToSound(string program = "flite")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, string?> _guesses = [];
    private bool _missing;

    /// <summary>Null when flite is not there or knows no better.</summary>
    public string? Guess(string word)
    {
        lock (_guesses)
        {
            if (!_guesses.TryGetValue(word, out var guess))
            {
                _guesses[word] = guess = _missing ? null : Ask(word);
            }

            return guess;
        }
    }

    private string? Ask(string word)
    {
        try
        {
            using var flite = Process.Start(new ProcessStartInfo(program, ["-t", word, "-ps", "none"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = flite.StandardOutput.ReadToEndAsync();
            if (!output.Wait(Patience))
            {
                flite.Kill();
                return null;
            }

            return ToSounds(output.Result);
        }
        catch (Win32Exception)
        {
            _missing = true;
            return null;
        }
    }

    // flite's sounds are those of the model in lower case, but for the schwa and the pauses.
    private static string? ToSounds(string output)
    {
        var sounds = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(sound => sound != "pau")
            .Select(sound => sound == "ax" ? "AH" : sound.ToUpperInvariant()));
        return Sounds.AreAllKnown(sounds) ? sounds : null;
    }
}
