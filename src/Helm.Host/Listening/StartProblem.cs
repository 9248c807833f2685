using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Helm.Host.Listening;

/// <summary>Says in a sentence why Helm did not start.</summary>
public static class StartProblem
{
    /// <summary>Null for what nobody expected; that deserves its stack trace.</summary>
    public static string? Explain(Exception problem) => problem switch
    {
        StartRefusedException => problem.Message,
        OptionsValidationException invalid => "The configuration is not right: " + string.Join(' ', invalid.Failures),
        IOException { InnerException: AddressInUseException } =>
            $"{problem.Message.TrimEnd('.')}. Another program listens there, perhaps another Helm: end it, or set Helm:Host:Url to another port.",
        InvalidDataException { InnerException: FormatException unreadable } =>
            $"{problem.Message.TrimEnd('.')}: {unreadable.InnerException?.Message ?? unreadable.Message}",
        InvalidOperationException { InnerException: FormatException } => "The configuration is not right: " + problem.Message,
        _ => null,
    };
}
