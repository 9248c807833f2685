using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Identity;

/// <summary>What each protocol calls the ways in which a request is not who it says it is.</summary>
internal static class IdentityErrors
{
    public static AwsErrorException Missing(WireProtocol protocol) => protocol switch
    {
        WireProtocol.Json => new("MissingAuthenticationTokenException", "Missing Authentication Token"),
        WireProtocol.RestJson => new("MissingAuthenticationTokenException", "Missing Authentication Token", 403),
        WireProtocol.S3 => new("AccessDenied", "Access Denied", 403),
        _ => new("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
    };

    public static AwsErrorException UnknownKey(WireProtocol protocol) => protocol switch
    {
        WireProtocol.Json => new("UnrecognizedClientException", "The security token included in the request is invalid."),
        WireProtocol.RestJson => new("UnrecognizedClientException", "The security token included in the request is invalid.", 403),
        WireProtocol.S3 => new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        _ => new("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
    };

    public static AwsErrorException Expired(WireProtocol protocol) => protocol switch
    {
        WireProtocol.Json => new("ExpiredTokenException", "The security token included in the request is expired"),
        WireProtocol.RestJson => new("ExpiredTokenException", "The security token included in the request is expired", 403),
        WireProtocol.S3 => new("ExpiredToken", "The provided token has expired."),
        _ => new("ExpiredToken", "The security token included in the request is expired", 403),
    };

    public static AwsErrorException WrongSignature(WireProtocol protocol, string message) => protocol switch
    {
        WireProtocol.Json => new("InvalidSignatureException", message),
        WireProtocol.RestJson => new("InvalidSignatureException", message, 403),
        _ => new("SignatureDoesNotMatch", message, 403),
    };

    /// <summary>The identity is right and no policy allows it the action.</summary>
    public static AwsErrorException NotAllowed(WireProtocol protocol, string caller, string action)
    {
        var message = $"User: {caller} is not authorized to perform: {action} because no identity-based policy allows the {action} action";
        return protocol switch
        {
            WireProtocol.Json => new("AccessDeniedException", message),
            WireProtocol.RestJson => new("AccessDeniedException", message, 403),
            WireProtocol.S3 => new("AccessDenied", "Access Denied", 403),
            _ => new("AccessDenied", message, 403),
        };
    }

    public static AwsErrorException Skewed(WireProtocol protocol, string message) => protocol == WireProtocol.S3
        ? new("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403)
        : WrongSignature(protocol, message);
}
